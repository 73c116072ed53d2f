import type { Fields, StubAnswer, StubCall } from "../stub-call.ts";
import type { FacebookState, Post } from "./facebook-state.ts";
import { badParameter, GraphError } from "./graph-error.ts";
import { asPage, needScope, tokenOf } from "./tokens.ts";

const LONGEST_MESSAGE = 63_206;
const MINUTE = 60_000;
const DAY = 86_400_000;

/** Names asked for in `fields`, without what stands in brackets after them. */
export function askedFields(fields: Fields): string[] {
  let bare = (fields.text("fields") ?? "").replace(/\.[a-z_]+\([^)]*\)/g, "");
  while (/\{[^{}]*\}/.test(bare)) bare = bare.replace(/\{[^{}]*\}/g, "");
  return bare
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
}

export const shown = (all: Record<string, unknown>, asked: string[], usual: string[]) =>
  Object.fromEntries(
    ["id", ...(asked.length > 0 ? asked : usual)]
      .filter((name) => all[name] !== undefined && all[name] !== null)
      .map((name) => [name, all[name]]),
  );

/** Graph's way to write a moment. */
export const graphTime = (at: number) => new Date(at).toISOString().replace(/\.\d+Z$/, "+0000");

/** When something is to come out by itself. @throws GraphError outside 10 minutes to 30 days */
export function scheduleOf(state: FacebookState, fields: Fields): number | null {
  const said = fields.text("scheduled_publish_time");
  if (said === null) return null;
  const at = /^\d+$/.test(said) ? Number(said) * 1000 : Date.parse(said);
  const ahead = at - state.clock.now();
  if (Number.isNaN(at) || ahead < 10 * MINUTE || ahead > 30 * DAY)
    throw badParameter("The specified scheduled publish time is invalid.");
  return at;
}

function linkOf(fields: Fields): string | null {
  const link = fields.text("link");
  if (link === null) return null;
  let url: URL;
  try {
    url = new URL(link);
  } catch {
    throw new GraphError(100, "The url you supplied is invalid", { subcode: 1609005 });
  }
  if (!/^https?:$/.test(url.protocol))
    throw new GraphError(100, "The url you supplied is invalid", { subcode: 1609005 });
  if (/(^|\.)(facebook|fb)\.com$/.test(url.hostname))
    throw new GraphError(100, "The link you supplied points to Facebook", { subcode: 1609008 });
  return link;
}

function attachedPhotos(state: FacebookState, fields: Fields, pageId: string): string[] {
  const given = [
    ...((fields.json("attached_media") ?? []) as unknown[]),
    ...fields
      .names()
      .filter((name) => /^attached_media\[\d+\]$/.test(name))
      .map((name) => fields.json(name)),
  ];
  return given.map((one) => {
    const id = String((one as { media_fbid?: unknown })?.media_fbid ?? "");
    const photo = state.photos.get(id);
    if (!photo || photo.pageId !== pageId) throw badParameter(`Invalid media_fbid ${id}`);
    if (photo.usedBy || photo.published)
      throw new GraphError(100, "These photos were already posted", { subcode: 1366051 });
    return id;
  });
}

/** A Page that says the same twice within a minute is stopped: the first time was a success. @throws GraphError */
export function refuseRepetition(state: FacebookState, pageId: string, message: string): void {
  if (!message) return;
  const since = state.clock.now() - state.settings.repeatSeconds * 1000;
  for (const post of state.posts.values())
    if (post.pageId === pageId && post.message === message && post.createdAt > since)
      throw new GraphError(506, "Duplicate status message", {
        userMessage: "Bài này giống hệt bài vừa đăng.",
      });
}

export function readMessage(fields: Fields, name = "message"): string {
  const message = fields.text(name) ?? "";
  if (message.length > LONGEST_MESSAGE) throw badParameter("The message is too long");
  return message;
}

export function permalink(post: Post): string {
  const [page, own] = post.id.split("_");
  return post.videoId
    ? `https://www.facebook.com/reel/${post.videoId}`
    : `https://www.facebook.com/${page}/posts/${own}`;
}

/** A slow network: `params.appearsAfterSeconds` of a queued behaviour before its setting. */
export const slowness = (state: FacebookState, call: StubCall): number =>
  typeof call.params.appearsAfterSeconds === "number"
    ? call.params.appearsAfterSeconds
    : state.settings.appearsAfterSeconds;

/** `POST /{page}/feed` */
export function publishPost(
  state: FacebookState,
  call: StubCall,
  fields: Fields,
  pageId: string,
): StubAnswer {
  const token = tokenOf(state, call, fields);
  asPage(token, pageId);
  const message = readMessage(fields);
  const link = linkOf(fields);
  const scheduledAt = scheduleOf(state, fields);
  const published = fields.flag("published", true);
  if (published && scheduledAt !== null)
    throw badParameter("You cannot specify a scheduled publish time on a published post");
  const photoIds = attachedPhotos(state, fields, pageId);
  if (!message && !link && photoIds.length === 0) throw badParameter("Missing message or attachment");
  refuseRepetition(state, pageId, message);
  const post = state.addPost(
    { pageId, appId: token.appId, message, link, published, scheduledAt, photoIds },
    slowness(state, call),
  );
  for (const id of photoIds) state.photos.get(id)!.usedBy = post.id;
  return { body: shown({ id: post.id, permalink_url: permalink(post) }, askedFields(fields), ["id"]) };
}

function attachments(post: Post): object | undefined {
  const media_type =
    post.photoIds.length > 1
      ? "album"
      : post.photoIds.length === 1
        ? "photo"
        : post.videoId
          ? "video"
          : "link";
  if (media_type === "link" && !post.link) return undefined;
  return { data: [{ media_type, ...(post.link && { unshimmed_url: post.link }) }] };
}

export const postFields = (post: Post): Record<string, unknown> => ({
  id: post.id,
  message: post.message || undefined,
  created_time: graphTime(post.createdAt),
  permalink_url: permalink(post),
  is_published: post.published,
  scheduled_publish_time: post.scheduledAt === null ? undefined : Math.floor(post.scheduledAt / 1000),
  attachments: attachments(post),
  shares: post.figures.shares > 0 ? { count: post.figures.shares } : undefined,
  comments: { data: [], summary: { total_count: post.figures.comments } },
  reactions: { data: [], summary: { total_count: post.figures.likes } },
});

/** A list in leaves, newest first. */
export function leaf(call: StubCall, state: FacebookState, fields: Fields, all: object[]): StubAnswer {
  const limit = Math.min(Number(fields.text("limit") ?? 25), 100);
  const from = Number(fields.text("after") ?? 0);
  const more = from + limit < all.length;
  const next = new URL(`${state.origin()}${call.path}`);
  for (const [name, value] of call.query) if (name !== "access_token") next.searchParams.set(name, value);
  next.searchParams.set("after", String(from + limit));
  return {
    body: {
      data: all.slice(from, from + limit),
      paging: { cursors: { after: String(from + limit) }, ...(more && { next: next.href }) },
    },
  };
}

/** `GET /{page}/published_posts` and `/scheduled_posts` */
export function listPosts(
  state: FacebookState,
  call: StubCall,
  fields: Fields,
  pageId: string,
  which: "published" | "scheduled",
): StubAnswer {
  needScope(tokenOf(state, call, fields), "pages_read_engagement");
  const now = state.clock.now();
  const [since, until] = [fields.text("since"), fields.text("until")];
  const asked = askedFields(fields);
  const found = [...state.posts.values()]
    .filter((post) => post.pageId === pageId)
    .filter((post) =>
      which === "scheduled"
        ? !post.published && post.scheduledAt !== null
        : post.published &&
          post.appearsAt <= now &&
          (since === null || post.createdAt >= Number(since) * 1000) &&
          (until === null || post.createdAt <= Number(until) * 1000),
    )
    .toSorted((one, other) => other.createdAt - one.createdAt);
  return leaf(
    call,
    state,
    fields,
    found.map((post) => shown(postFields(post), asked, ["message", "created_time"])),
  );
}

/** `POST /{post}`: other words, another hour, or out now. An app changes only what it made. */
export function changePost(state: FacebookState, call: StubCall, fields: Fields, post: Post): StubAnswer {
  const token = tokenOf(state, call, fields);
  asPage(token, post.pageId);
  if (post.appId !== token.appId) throw badParameter("The post was not created by the application");
  if (fields.has("message")) post.message = readMessage(fields);
  const moved = scheduleOf(state, fields);
  if (moved !== null) {
    if (post.published) throw badParameter("A published post cannot be scheduled");
    post.scheduledAt = moved;
  }
  if (fields.flag("is_published", false) && !post.published) {
    post.published = true;
    post.scheduledAt = null;
    post.createdAt = post.appearsAt = state.clock.now();
  }
  return { body: { success: true } };
}
