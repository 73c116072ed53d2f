import { createReadStream } from "node:fs";
import type { ConnectorCall, Outcome, PostRecording } from "../connector.ts";
import type { FacebookSecret } from "./facebook-secret.ts";
import type { Graph } from "./graph-call.ts";
import { isMissing, outcomeOf } from "./graph-outcome.ts";
import { announce, messageOf } from "./publish-post.ts";

type Json = Record<string, unknown>;

/** How long the bytes of a video may take on a weak line. */
const UPLOAD_SECONDS = 3600;
const GIVE_UP_MINUTES = 30;
const POLLS = [5, 10, 20, 40, 60];

/** Upright and short: the network shows it as a reel. */
const isReel = ({ width, height, seconds }: PostRecording): boolean =>
  height > width && seconds >= 3 && seconds <= 90;

const sendBytes = ({ path, bytes }: PostRecording, from: number) => ({
  body: createReadStream(path, { start: from }),
  headers: { "content-length": String(bytes - from) },
  seconds: UPLOAD_SECONDS,
});

/** The bytes of a video, from where they broke off; gives the handle that stands for them, or why not. */
async function uploadVideo(
  { handles, keep }: ConnectorCall,
  { appId, token }: FacebookSecret,
  graph: Graph,
  video: PostRecording,
): Promise<Outcome | null> {
  if (handles.file) return null;
  if (!appId)
    return { outcome: "rejected", why: "Muốn đăng video, người quản trị điền thêm Mã ứng dụng của trang." };
  let offset = 0;
  if (handles.upload) {
    const far = await graph(handles.upload, { headers: { authorization: `OAuth ${token}` } });
    if (far.ok) offset = Number(far.body.file_offset ?? 0);
    else if (isMissing(far.trouble)) await keep({ upload: "" });
    else return outcomeOf(far.trouble, { visible: false });
  }
  if (!handles.upload) {
    const query = {
      file_name: "video.mp4",
      file_length: String(video.bytes),
      file_type: video.contentType,
    };
    const begun = await graph(`${appId}/uploads`, { method: "POST", query });
    if (!begun.ok) return outcomeOf(begun.trouble, { visible: false });
    await keep({ upload: String(begun.body.id) });
  }
  const { headers, ...bytes } = sendBytes(video, offset);
  const sent = await graph(handles.upload!, {
    method: "POST",
    headers: { ...headers, authorization: `OAuth ${token}`, file_offset: String(offset) },
    ...bytes,
  });
  if (!sent.ok) return outcomeOf(sent.trouble, { visible: false });
  await keep({ file: String(sent.body.h ?? "") });
  return sent.body.h ? null : { outcome: "retry", why: "Facebook chưa nhận đủ video; hệ thống tải tiếp." };
}

/** A reel's session and its bytes; nobody sees it before its finish. */
async function uploadReel(
  { handles, keep }: ConnectorCall,
  { pageId, token }: FacebookSecret,
  graph: Graph,
  video: PostRecording,
): Promise<Outcome | null> {
  if (handles.file) return null;
  // Its address holds as long as the session: broken off, a new one is begun.
  const begun = await graph(`${pageId}/video_reels`, { method: "POST", json: { upload_phase: "start" } });
  if (!begun.ok) return outcomeOf(begun.trouble, { visible: false });
  const { headers, ...bytes } = sendBytes(video, 0);
  const sent = await graph(String(begun.body.upload_url), {
    method: "POST",
    headers: { ...headers, authorization: `OAuth ${token}`, offset: "0", file_size: String(video.bytes) },
    ...bytes,
  });
  if (!sent.ok) return outcomeOf(sent.trouble, { visible: false });
  await keep({ video: String(begun.body.video_id), file: "reel" });
  return null;
}

const processing: Outcome = {
  outcome: "pending",
  askAgainIn: POLLS[0]!,
  why: "Facebook đang xử lý video.",
};

/** A video or a reel: its bytes first, then one call that makes it visible, then it is processed there. */
export async function publishVideo(
  call: ConnectorCall,
  secret: FacebookSecret,
  graph: Graph,
  video: PostRecording,
): Promise<Outcome> {
  const { post, handles, keep } = call;
  const reel = isReel(video);
  const trouble = reel
    ? await uploadReel(call, secret, graph, video)
    : await uploadVideo(call, secret, graph, video);
  if (trouble) return trouble;
  await announce(call);
  const words = { title: post.title, description: messageOf(post) };
  const answer = reel
    ? await graph(`${secret.pageId}/video_reels`, {
        method: "POST",
        json: { upload_phase: "finish", video_id: handles.video, video_state: "PUBLISHED", ...words },
      })
    : await graph(`${secret.pageId}/videos`, {
        method: "POST",
        json: { fbuploader_video_file_chunk: handles.file, ...words },
      });
  if (!answer.ok) return outcomeOf(answer.trouble, { visible: true });
  const id = reel ? handles.video : answer.body.id;
  if (!id) return { outcome: "unknown", why: "Facebook nhận video mà không cho biết mã." };
  await keep({ video: String(id) });
  return processing;
}

const addressOf = (id: string, permalink: unknown): string =>
  new URL(typeof permalink === "string" ? permalink : `/reel/${id}/`, "https://www.facebook.com").href;

/** How far a video is; null: it is not there. @throws Error when the network does not tell */
export async function standingOf(
  graph: Graph,
  id: string,
): Promise<{ result: Outcome; begun: boolean } | null> {
  const answer = await graph(id, { query: { fields: "status,permalink_url,published,post_id" } });
  if (!answer.ok) {
    if (isMissing(answer.trouble)) return null;
    const result = outcomeOf(answer.trouble, { visible: false });
    if (result.outcome === "retry") throw new Error(result.why);
    return { result, begun: false };
  }
  const status = (answer.body.status ?? {}) as Json;
  const state = String(status.video_status ?? "");
  const failed = Object.values(status).find(
    (phase) => typeof phase === "object" && phase !== null && (phase as Json).status === "error",
  ) as { errors?: { code?: number }[] } | undefined;
  const done: Outcome = {
    outcome: "done",
    remoteId: String(answer.body.post_id ?? id),
    url: addressOf(id, answer.body.permalink_url),
  };
  if (failed || ["error", "upload_failed", "expired"].includes(state))
    return {
      begun: true,
      result: {
        outcome: "rejected",
        why: `Facebook không xử lý được video (mã ${failed?.errors?.[0]?.code ?? state}); hãy xem lại tệp video.`,
      },
    };
  if (state === "ready" || state === "published") return { begun: true, result: done };
  return { begun: state === "processing", result: processing };
}

/** Asks how far a video is, less and less often, and gives up after half an hour. */
export async function pollVideo(call: ConnectorCall, graph: Graph): Promise<Outcome> {
  const { handles, keep, riskyAt, now } = call;
  const found = await standingOf(graph, handles.video ?? "");
  if (!found) return { outcome: "unknown", why: "Facebook không còn thấy video đã nhận." };
  if (found.result.outcome !== "pending") return found.result;
  if (riskyAt && now().getTime() - riskyAt.getTime() > GIVE_UP_MINUTES * 60_000)
    return { outcome: "unknown", why: "Sau 30 phút Facebook vẫn chưa xử lý xong video." };
  const polls = Number(handles.polls ?? 0) + 1;
  await keep({ polls: String(polls) });
  return { ...found.result, askAgainIn: POLLS[Math.min(polls, POLLS.length - 1)]! };
}
