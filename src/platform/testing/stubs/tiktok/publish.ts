import { fetchAsOutside } from "../media-host.ts";
import type { StubAnswer, StubCall } from "../stub-call.ts";
import { done, type Grant, type Post, TiktokError, type TiktokState } from "./tiktok-state.ts";

type Json = Record<string, unknown>;

const MEGABYTE = 1_000_000;
const FAILURE = "internal";

export const levelsOf = (state: TiktokState, grant: Grant): string[] =>
  state.accountOf(grant).isPrivate
    ? ["FOLLOWER_OF_CREATOR", "MUTUAL_FOLLOW_FRIENDS", "SELF_ONLY"]
    : ["PUBLIC_TO_EVERYONE", "MUTUAL_FOLLOW_FRIENDS", "SELF_ONLY"];

/** Whether this account may post that now. @throws TiktokError */
function mayPost(state: TiktokState, grant: Grant, privacy: unknown): void {
  const now = state.clock.now();
  if (!levelsOf(state, grant).includes(String(privacy)))
    throw new TiktokError(403, "privacy_level_option_mismatch");
  if (!state.settings.audited && !state.accountOf(grant).isPrivate)
    throw new TiktokError(403, "unaudited_client_can_only_post_to_private_accounts");
  const today = [...state.posts.values()].filter(
    (post) => post.openId === grant.openId && !post.inbox && now - post.createdAt < 86_400_000,
  );
  if (today.length >= state.settings.dailyCap) throw new TiktokError(403, "spam_risk_too_many_posts");
}

function owned(state: TiktokState, address: unknown): string {
  const url = URL.canParse(String(address)) ? new URL(String(address)) : null;
  const { verifiedDomains, fetchesInside } = state.settings;
  const isOwned = url?.protocol === "https:" && verifiedDomains.includes(url.hostname);
  // By hand our portal lies on this machine, whose name nobody can verify.
  if (url === null || !(isOwned || fetchesInside)) throw new TiktokError(403, "url_ownership_unverified");
  return url.href;
}

function add(state: TiktokState, call: StubCall, grant: Grant, more: Partial<Post>): Post {
  const id = state.nextId();
  const post: Post = {
    publishId: `v_pub_file~v2-1.${id}`,
    openId: grant.openId,
    kind: "video",
    inbox: false,
    title: "",
    privacy: "SELF_ONLY",
    createdAt: state.clock.now(),
    received: 0,
    size: 0,
    chunkSize: 0,
    chunks: 0,
    uploadUntil: state.clock.now() + 3_600_000,
    status: "PROCESSING_UPLOAD",
    pollsLeft: state.settings.pollsUntilComplete,
    publicPollsLeft: state.settings.pollsUntilPublic,
    failsWith: call.failsWith === null ? null : call.failsWith || FAILURE,
    postId: state.nextId(),
    figures: { view: 0, like: 0, comment: 0, share: 0 },
    ...more,
  };
  if (!state.settings.audited) post.privacy = "SELF_ONLY";
  state.posts.set(post.publishId, post);
  return post;
}

/** The rules of pieces (contract, section 3.3). @throws TiktokError */
function readPieces({
  video_size,
  chunk_size,
  total_chunk_count,
}: Json): Pick<Post, "size" | "chunkSize" | "chunks"> {
  const [size, chunkSize, chunks] = [video_size, chunk_size, total_chunk_count].map(Number) as [
    number,
    number,
    number,
  ];
  const whole = chunks === 1 && chunkSize === size && size <= 64 * MEGABYTE;
  const split =
    chunkSize >= 5 * MEGABYTE &&
    chunkSize <= 64 * MEGABYTE &&
    chunks === Math.floor(size / chunkSize) &&
    chunks >= 1 &&
    chunks <= 1000;
  if (!(size > 0) || size > 4000 * MEGABYTE || (!whole && !split))
    throw new TiktokError(400, "invalid_params");
  return { size, chunkSize, chunks };
}

/** `POST /v2/post/publish/video/init/` and its inbox variant: sent in pieces, or fetched. */
export async function initVideo(
  state: TiktokState,
  call: StubCall,
  given: Json,
  inbox: boolean,
): Promise<StubAnswer> {
  const grant = state.grantOf(call, inbox ? "video.upload" : "video.publish");
  state.count(grant, "init");
  const info = (given.post_info ?? {}) as Json;
  const source = (given.source_info ?? {}) as Json;
  const title = String(info.title ?? "");
  if (title.length > 2200) throw new TiktokError(400, "invalid_params");
  if (!inbox) mayPost(state, grant, info.privacy_level);
  const privacy = inbox ? "SELF_ONLY" : String(info.privacy_level);
  if (source.source === "PULL_FROM_URL") {
    const address = owned(state, source.video_url);
    const post = add(state, call, grant, { inbox, title, privacy, status: "PROCESSING_DOWNLOAD" });
    if (!(await fetchAsOutside(address, state.settings))) post.failsWith ??= "video_pull_failed";
    return done({ publish_id: post.publishId });
  }
  if (source.source !== "FILE_UPLOAD") throw new TiktokError(400, "invalid_params");
  const post = add(state, call, grant, { inbox, title, privacy, ...readPieces(source) });
  const upload_url = `${state.origin()}/video/?upload_id=${encodeURIComponent(post.publishId)}`;
  return done({ publish_id: post.publishId, upload_url });
}

/** `POST /v2/post/publish/content/init/`: pictures, fetched by the network; it begins at once. */
export async function initPhotos(state: TiktokState, call: StubCall, given: Json): Promise<StubAnswer> {
  const grant = state.grantOf(call, "video.publish");
  state.count(grant, "init");
  const info = (given.post_info ?? {}) as Json;
  const { photo_images } = (given.source_info ?? {}) as Json;
  const [title, description] = [String(info.title ?? ""), String(info.description ?? "")];
  if (given.media_type !== "PHOTO" || !Array.isArray(photo_images) || photo_images.length > 35)
    throw new TiktokError(400, "invalid_params");
  if (photo_images.length === 0 || title.length > 90 || description.length > 4000)
    throw new TiktokError(400, "invalid_params");
  mayPost(state, grant, info.privacy_level);
  const addresses = photo_images.map((address) => owned(state, address));
  const post = add(state, call, grant, {
    kind: "photo",
    title: title || description,
    privacy: String(info.privacy_level),
    status: "PROCESSING_DOWNLOAD",
  });
  for (const address of addresses) {
    const picture = await fetchAsOutside(address, state.settings);
    if (!picture) post.failsWith ??= "photo_pull_failed";
    else if (!["image/jpeg", "image/webp"].includes(picture.type))
      post.failsWith ??= "file_format_check_failed";
  }
  return done({ publish_id: post.publishId });
}

/** The upload host: pieces in order, an hour long. */
export function putChunk(state: TiktokState, call: StubCall): StubAnswer {
  const post = state.posts.get(call.query.get("upload_id") ?? "");
  if (!post || post.uploadUntil < state.clock.now()) return { status: 403, body: "" };
  const range = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(String(call.headers["content-range"] ?? ""));
  if (!range || !/^video\/(mp4|quicktime|webm)$/.test(call.headers["content-type"] ?? ""))
    return { status: 400, body: "" };
  const [first, last, total] = range.slice(1).map(Number) as [number, number, number];
  const isLast = last + 1 === post.size;
  const right =
    total === post.size &&
    first === post.received &&
    last - first + 1 === call.body.length &&
    (isLast ? call.body.length <= 128 * MEGABYTE : call.body.length === post.chunkSize);
  if (!right) return { status: 416, body: "" };
  post.received = last + 1;
  return { status: isLast ? 201 : 206, body: "" };
}

/** `POST /v2/post/publish/status/fetch/`: each look brings it nearer to its end. */
export function fetchStatus(state: TiktokState, call: StubCall, given: Json): StubAnswer {
  const grant = state.grantOf(call, "user.info.basic");
  state.count(grant, "status");
  const post = state.posts.get(String(given.publish_id ?? ""));
  if (!post || post.openId !== grant.openId) throw new TiktokError(404, "invalid_publish_id");
  const arrived = post.status !== "PROCESSING_UPLOAD" || post.received === post.size;
  if (post.status === "PUBLISH_COMPLETE") post.publicPollsLeft -= 1;
  else if (arrived && post.status !== "FAILED") {
    if (post.pollsLeft > 0) post.pollsLeft -= 1;
    else if (post.failsWith !== null) post.status = "FAILED";
    else post.status = post.inbox ? "SEND_TO_USER_INBOX" : "PUBLISH_COMPLETE";
  }
  const ids = state.isPublic(post) ? `[${post.postId}]` : "[]";
  const { status, received } = post;
  const answer = done({
    status,
    fail_reason: status === "FAILED" ? post.failsWith : "",
    publicaly_available_post_id: "IDS",
    uploaded_bytes: received,
    downloaded_bytes: 0,
  });
  // Whole numbers that JavaScript cannot write.
  return {
    headers: { "content-type": "application/json; charset=utf-8" },
    body: JSON.stringify(answer.body).replace('"IDS"', ids),
  };
}
