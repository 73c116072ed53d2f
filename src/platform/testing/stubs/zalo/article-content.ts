import { fetchAsOutside } from "../media-host.ts";
import { badParameter } from "./zalo-error.ts";
import type { ArticleContent, ZaloState } from "./zalo-state.ts";

const LARGEST_PICTURE = 1_048_576;

type Json = Record<string, unknown>;
const isJson = (value: unknown): value is Json => typeof value === "object" && value !== null;

function text(given: Json, name: string, longest: number): string {
  const value = given[name];
  if (typeof value !== "string" || value.trim() === "") throw badParameter(`${name} is invalid`);
  if ([...value.normalize("NFC")].length > longest) throw badParameter(`${name} is too long`);
  return value;
}

function shownOr(given: Json, name: string, usual: "show" | "hide"): "show" | "hide" {
  const value = given[name] ?? usual;
  if (value !== "show" && value !== "hide") throw badParameter(`${name} is invalid`);
  return value;
}

function ready(state: ZaloState, id: unknown): string {
  const video = [...state.videos.values()].find((one) => one.id === id);
  if (!video || video.pollsLeft > 0 || video.failure !== null) throw badParameter("video_id is invalid");
  return video.id;
}

function coverOf(state: ZaloState, cover: unknown): Json {
  if (!isJson(cover)) throw badParameter("cover is invalid");
  if (cover.cover_type === "photo") {
    if (typeof cover.photo_url !== "string") throw badParameter("photo_url is invalid");
  } else if (cover.cover_type === "video") {
    ready(state, cover.video_id);
    if (!["horizontal", "vertical", "square"].includes(String(cover.cover_view)))
      throw badParameter("cover_view is invalid");
  } else throw badParameter("cover_type is invalid");
  return cover;
}

function blocksOf(state: ZaloState, body: unknown): Json[] {
  if (!Array.isArray(body) || body.length === 0) throw badParameter("body is invalid");
  for (const block of body as unknown[]) {
    if (!isJson(block)) throw badParameter("body is invalid");
    const { type, content, url, video_id } = block;
    if (type === "text") {
      if (typeof content !== "string") throw badParameter("content is invalid");
    } else if (type === "image") {
      if (typeof url !== "string") throw badParameter("url is invalid");
    } else if (type === "video") {
      if (typeof url !== "string") ready(state, video_id);
    } else if (type !== "product") throw badParameter("type of body is invalid");
  }
  return body as Json[];
}

/** What an article holds, whole, as it is at once refused or taken. @throws ZaloError */
export function readArticle(state: ZaloState, given: Json): ArticleContent {
  const isVideo = given.type === "video";
  if (!isVideo && given.type !== "normal") throw badParameter("type is invalid");
  const content: ArticleContent = {
    type: isVideo ? "video" : "normal",
    title: text(given, "title", 150),
    author: isVideo ? "" : text(given, "author", 50),
    description: text(given, "description", 300),
    cover: isVideo ? null : coverOf(state, given.cover),
    body: isVideo ? [] : blocksOf(state, given.body),
    videoId: isVideo ? ready(state, given.video_id) : null,
    avatar: isVideo && typeof given.avatar === "string" ? given.avatar : null,
    status: shownOr(given, "status", "hide"),
    comment: shownOr(given, "comment", "show"),
    trackingLink: typeof given.tracking_link === "string" ? given.tracking_link : null,
  };
  if (isVideo && content.avatar === null) throw badParameter("avatar is invalid");
  return content;
}

/** The pictures of an article are fetched by the network itself; what is wrong with them, when the job is looked at. */
export async function pictureTrouble(state: ZaloState, content: ArticleContent): Promise<string | null> {
  const { cover, body, avatar } = content;
  const addresses = [
    cover?.photo_url,
    avatar,
    ...body.filter(({ type }) => type === "image").map(({ url }) => url),
  ].filter((address) => typeof address === "string");
  for (const address of addresses) {
    const picture = await fetchAsOutside(address, state.settings);
    if (!picture) return `photo cannot be fetched: ${address}`;
    if (!["image/jpeg", "image/png"].includes(picture.type)) return "photo is neither JPEG nor PNG";
    if (picture.bytes.length > LARGEST_PICTURE) return "photo is larger than 1MB";
  }
  return null;
}
