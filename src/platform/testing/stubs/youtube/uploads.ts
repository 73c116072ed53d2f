import type { StubAnswer, StubCall } from "../stub-call.ts";
import { type Session, type Video, YoutubeError, type YoutubeState } from "./youtube-state.ts";

type Json = Record<string, unknown>;

/** What a video may say of itself. @throws YoutubeError */
export function readParts(state: YoutubeState, { snippet, status }: { snippet?: Json; status?: Json }) {
  const title = String(snippet?.title ?? "");
  const description = String(snippet?.description ?? "");
  const tags = (snippet?.tags ?? []) as string[];
  if (snippet) {
    if (title.trim() === "" || [...title].length > 100 || /[<>]/.test(title))
      throw new YoutubeError(400, "invalidTitle");
    if (Buffer.byteLength(description) > 5000 || /[<>]/.test(description))
      throw new YoutubeError(400, "invalidDescription");
    if (tags.join(",").length > 500) throw new YoutubeError(400, "invalidTags");
    if (!/^\d+$/.test(String(snippet.categoryId ?? ""))) throw new YoutubeError(400, "invalidCategoryId");
  }
  if (status?.publishAt !== undefined) {
    if (Number.isNaN(Date.parse(String(status.publishAt))) || status.privacyStatus !== "private")
      throw new YoutubeError(400, "invalidPublishAt");
  }
  const locked = state.seed.settings.audited ? {} : { privacyStatus: "private" };
  return { snippet: { ...snippet, title, description, tags }, status: { ...status, ...locked } };
}

/** `POST /upload/youtube/v3/videos`: a session; nothing is on the channel yet. */
export function startUpload(state: YoutubeState, call: StubCall, origin: string): StubAnswer {
  state.enter(call);
  state.spend(1, "uploads");
  const now = state.clock.now();
  const today = [...state.videos.values()].filter(({ createdAt }) => now - createdAt < 86_400_000);
  if (today.length >= state.seed.settings.channelUploadsPerDay)
    throw new YoutubeError(400, "uploadLimitExceeded");
  const size = Number(call.headers["x-upload-content-length"]);
  if (!(size > 0)) throw new YoutubeError(400, "mediaBodyRequired");
  const parts = readParts(state, JSON.parse(call.body.toString() || "{}"));
  const session: Session = {
    id: state.newId(),
    ...parts,
    size,
    received: 0,
    until: now + state.seed.settings.sessionHours * 3_600_000,
    videoId: null,
    failsWith: call.failsWith,
  };
  state.sessions.set(session.id, session);
  const location = `${origin}/upload/youtube/v3/videos?uploadType=resumable&upload_id=${session.id}`;
  return { status: 200, headers: { location }, body: "" };
}

const resource = ({ id, snippet, status }: Video) => ({ kind: "youtube#video", id, snippet, status });

/** `PUT {session}`: bytes from where the last ones ended, or the question how far it is. */
export function continueUpload(state: YoutubeState, call: StubCall): StubAnswer {
  const session = state.sessions.get(call.query.get("upload_id") ?? "");
  if (!session || session.until < state.clock.now()) return { status: 404, body: "" };
  state.enter(call);
  const told = (): StubAnswer =>
    session.videoId
      ? { status: 200, body: resource(state.videos.get(session.videoId)!) }
      : {
          status: 308,
          headers: session.received > 0 ? { range: `bytes=0-${session.received - 1}` } : {},
          body: "",
        };
  const range = String(call.headers["content-range"] ?? "");
  if (range.startsWith("bytes */") || session.videoId) return told();
  const from = range ? Number(/^bytes (\d+)-/.exec(range)?.[1]) : 0;
  if (from !== session.received) return told();
  session.received = Math.min(session.size, session.received + call.body.length);
  if (session.received < session.size) return told();
  const video: Video = {
    id: state.newId(),
    snippet: session.snippet,
    status: session.status,
    fileName: "video.mp4",
    size: session.size,
    createdAt: state.clock.now(),
    pollsLeft: state.seed.settings.pollsUntilProcessed,
    failsWith: session.failsWith,
    hasThumbnail: false,
    statistics: { viewCount: "0", likeCount: "0", favoriteCount: "0", commentCount: "0" },
    analytics: {},
  };
  state.videos.set(video.id, video);
  session.videoId = video.id;
  state.settle();
  return { ...told(), status: 201 };
}
