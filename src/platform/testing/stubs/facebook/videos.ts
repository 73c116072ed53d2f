import { createHash } from "node:crypto";
import { fetchAsOutside } from "../media-host.ts";
import type { Fields, StubAnswer, StubCall } from "../stub-call.ts";
import type { FacebookState, Video } from "./facebook-state.ts";
import { badParameter, GraphError, missingObject } from "./graph-error.ts";
import { askedFields, graphTime, leaf, readMessage, scheduleOf, shown } from "./posts.ts";
import { asPage, needScope, tokenOf } from "./tokens.ts";

/** `POST /{app}/uploads` */
export function startUpload(state: FacebookState, call: StubCall, fields: Fields, appId: string): StubAnswer {
  const token = tokenOf(state, call, fields);
  if (token.appId !== appId) throw badParameter("The token is of another application");
  const length = Number(fields.text("file_length"));
  if (!(length > 0)) throw badParameter("file_length is required");
  const id = `upload:MTphd${state.nextId()}`;
  const handle = `2:${createHash("sha256").update(id).digest("base64url").slice(0, 24)}`;
  state.uploads.set(id, { id, length, received: 0, handle });
  return { body: { id } };
}

/** `POST` and `GET /upload:…`: bytes from where the last ones ended, and how far it is. */
export function continueUpload(state: FacebookState, call: StubCall, fields: Fields, id: string): StubAnswer {
  tokenOf(state, call, fields);
  const upload = state.uploads.get(id);
  if (!upload) throw missingObject(id);
  if (call.method === "GET") return { body: { id, file_offset: upload.received } };
  if (Number(call.headers.file_offset) !== upload.received)
    throw new GraphError(100, "The file offset does not match", { subcode: 1363033, transient: true });
  upload.received = Math.min(upload.length, upload.received + call.body.length);
  if (upload.received < upload.length)
    throw new GraphError(100, "The upload was interrupted", { subcode: 1363030, transient: true });
  return { body: { h: upload.handle } };
}

function newVideo(state: FacebookState, call: StubCall, video: Partial<Video>): Video {
  const made: Video = {
    id: state.nextId(),
    pageId: "",
    appId: "",
    title: "",
    description: "",
    createdAt: state.clock.now(),
    published: true,
    scheduledAt: null,
    isReel: false,
    uploaded: 0,
    size: 0,
    finished: true,
    pollsLeft: state.settings.pollsUntilReady,
    failsWith: call.failsWith,
    postId: null,
    ...video,
  };
  state.videos.set(made.id, made);
  return made;
}

async function bytesOfVideo(state: FacebookState, fields: Fields): Promise<number> {
  const handle = fields.text("fbuploader_video_file_chunk");
  if (handle !== null) {
    const upload = [...state.uploads.values()].find((one) => one.handle === handle);
    if (!upload || upload.received < upload.length) throw badParameter("Invalid upload handle");
    return upload.length;
  }
  const source = fields.file("source");
  if (source) return source.bytes.length;
  const url = fields.text("file_url");
  if (!url) throw badParameter("Requires a video file");
  const fetched = await fetchAsOutside(url, state.settings);
  if (!fetched) throw new GraphError(389, "Unable to fetch video file from URL.");
  return fetched.bytes.length;
}

/** `POST /{page}/videos` */
export async function publishVideo(
  state: FacebookState,
  call: StubCall,
  fields: Fields,
  pageId: string,
): Promise<StubAnswer> {
  const token = tokenOf(state, call, fields);
  asPage(token, pageId);
  const scheduledAt = scheduleOf(state, fields);
  const description = readMessage(fields, "description");
  const size = await bytesOfVideo(state, fields);
  const video = newVideo(state, call, {
    pageId,
    appId: token.appId,
    title: fields.text("title") ?? "",
    description,
    published: scheduledAt === null && fields.flag("published", true),
    scheduledAt,
    uploaded: size,
    size,
  });
  return { body: { id: video.id } };
}

/** `POST /{page}/video_reels`: begins a session, or makes it visible. */
export function publishReel(
  state: FacebookState,
  call: StubCall,
  fields: Fields,
  pageId: string,
): StubAnswer {
  const token = tokenOf(state, call, fields);
  asPage(token, pageId);
  const { appId } = token;
  if (fields.text("upload_phase") === "start") {
    const video = newVideo(state, call, { pageId, appId, isReel: true, finished: false, published: false });
    return {
      body: { video_id: video.id, upload_url: `${state.origin()}/video-upload/v25.0/${video.id}` },
    };
  }
  if (fields.text("upload_phase") !== "finish") throw badParameter("upload_phase must be start or finish");
  const id = fields.text("video_id") ?? "";
  const video = state.videos.get(id);
  if (!video?.isReel || video.pageId !== pageId) throw missingObject(id);
  if (video.size === 0 || video.uploaded < video.size)
    throw new GraphError(100, "The upload of the video is not complete", {
      subcode: 1363030,
      transient: true,
    });
  const now = state.clock.now();
  const lately = [...state.videos.values()].filter(
    (one) => one.isReel && one.finished && one.pageId === pageId && now - one.createdAt < 86_400_000,
  );
  if (!video.finished && lately.length >= state.settings.reelsPerDay)
    throw new GraphError(613, "Calls to this api have exceeded the rate limit.");
  const wanted = fields.text("video_state");
  video.scheduledAt = wanted === "SCHEDULED" ? scheduleOf(state, fields) : null;
  video.title = fields.text("title") ?? "";
  video.description = readMessage(fields, "description");
  video.finished = true;
  video.createdAt = now;
  video.published = wanted === "PUBLISHED";
  if (call.failsWith !== null) video.failsWith = call.failsWith;
  return { body: { success: true } };
}

/** The upload host of reels. */
export async function uploadReel(
  state: FacebookState,
  call: StubCall,
  fields: Fields,
  id: string,
): Promise<StubAnswer> {
  tokenOf(state, call, fields);
  const video = state.videos.get(id);
  if (!video?.isReel) throw missingObject(id);
  const header = (name: string) => [call.headers[name]].flat()[0];
  const url = header("file_url") ?? fields.text("file_url");
  if (url) {
    const fetched = await fetchAsOutside(url, state.settings);
    if (!fetched) throw new GraphError(389, "Unable to fetch video file from URL.");
    video.size = video.uploaded = fetched.bytes.length;
    return { body: { success: true } };
  }
  video.size = Number(header("file_size"));
  if (Number(header("offset")) !== video.uploaded)
    throw new GraphError(100, "The file offset does not match", { subcode: 1363033, transient: true });
  video.uploaded += call.body.length;
  if (video.uploaded < video.size)
    throw new GraphError(100, "The upload was interrupted", { subcode: 1363030, transient: true });
  return { body: { success: true } };
}

function videoStatus(video: Video): object {
  const uploaded = video.size > 0 && video.uploaded >= video.size;
  const failed = video.failsWith !== null && uploaded;
  const done = uploaded && !failed && video.pollsLeft <= 0;
  const out = done && video.published;
  return {
    video_status: !uploaded
      ? "uploading"
      : !video.finished
        ? "upload_complete"
        : failed
          ? "error"
          : out
            ? "published"
            : done
              ? "ready"
              : "processing",
    uploading_phase: { status: uploaded ? "complete" : "in_progress", bytes_transfered: video.uploaded },
    processing_phase: failed
      ? {
          status: "error",
          errors: [{ code: 1363047, message: video.failsWith || "The video could not be processed." }],
        }
      : { status: done ? "complete" : video.finished ? "in_progress" : "not_started" },
    publishing_phase: { status: out ? "complete" : "not_started" },
  };
}

const videoFields = (video: Video): Record<string, unknown> => ({
  id: video.id,
  title: video.title || undefined,
  description: video.description || undefined,
  created_time: graphTime(video.createdAt),
  published: video.published,
  permalink_url: `/reel/${video.id}/`,
  post_id: video.postId?.split("_")[1],
  status: videoStatus(video),
});

/** `GET /{video}`: each look brings its processing nearer to its end. */
export function showVideo(state: FacebookState, call: StubCall, fields: Fields, video: Video): StubAnswer {
  needScope(tokenOf(state, call, fields), "pages_read_engagement");
  const asked = askedFields(fields);
  if (asked.includes("status") && video.finished && video.pollsLeft > 0) {
    const answer = shown(videoFields(video), asked, ["description", "created_time"]);
    video.pollsLeft -= 1;
    return { body: answer };
  }
  state.showVideo(video);
  return { body: shown(videoFields(video), asked, ["description", "created_time"]) };
}

export function changeVideo(state: FacebookState, call: StubCall, fields: Fields, video: Video): StubAnswer {
  asPage(tokenOf(state, call, fields), video.pageId);
  video.title = fields.text("title") ?? video.title;
  if (fields.has("description")) video.description = readMessage(fields, "description");
  const post = video.postId && state.posts.get(video.postId);
  if (post) post.message = video.description;
  return { body: { success: true } };
}

/** `GET /{page}/videos` and `/video_reels` */
export function listVideos(
  state: FacebookState,
  call: StubCall,
  fields: Fields,
  pageId: string,
  reelsOnly: boolean,
): StubAnswer {
  needScope(tokenOf(state, call, fields), "pages_read_engagement");
  const asked = askedFields(fields);
  const found = [...state.videos.values()]
    .filter((video) => video.pageId === pageId && video.finished && (!reelsOnly || video.isReel))
    .toSorted((one, other) => other.createdAt - one.createdAt);
  return leaf(
    call,
    state,
    fields,
    found.map((video) => shown(videoFields(video), asked, ["description", "created_time"])),
  );
}
