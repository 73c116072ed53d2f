import type { Fields, StubAnswer, StubCall } from "../stub-call.ts";
import { badParameter, done } from "./zalo-error.ts";
import type { SeededOa } from "./zalo-seed.ts";
import type { ZaloState } from "./zalo-state.ts";

const LARGEST_VIDEO = 50 * 1_048_576;

/** `POST /v2.0/article/upload_video/preparevideo` */
export function prepareVideo(state: ZaloState, call: StubCall, oa: SeededOa, fields: Fields): StubAnswer {
  const file = fields.file("file");
  if (!file) throw badParameter("file is invalid");
  if (!/\.(mp4|avi)$/i.test(file.name)) throw badParameter("file is neither MP4 nor AVI");
  if (file.bytes.length > LARGEST_VIDEO) throw badParameter("file is larger than 50MB");
  const token = `phim-${state.nextId()}`;
  state.videos.set(token, {
    token,
    id: BigInt(state.nextId()).toString(16),
    oaId: oa.id,
    name: file.name,
    size: file.bytes.length,
    pollsLeft: state.settings.conversionPolls,
    failure: call.failsWith,
  });
  return done({ token });
}

/** `GET …/verify`: 3 while it is made ready, then 1; 4 when that failed. The id is there before it may be used. */
export function verifyVideo(state: ZaloState, call: StubCall, oa: SeededOa, token: unknown): StubAnswer {
  const video = state.videos.get(String(token ?? call.headers.token ?? ""));
  if (!video || video.oaId !== oa.id) throw badParameter("token is invalid");
  const converting = video.pollsLeft > 0;
  if (converting) video.pollsLeft -= 1;
  const status = converting ? 3 : video.failure !== null ? 4 : 1;
  const all = state.settings.conversionPolls || 1;
  return done({
    status,
    status_message:
      status === 3
        ? "Video is converting"
        : status === 1
          ? "Video is ready"
          : video.failure || "Video convert failed",
    convert_percent: converting ? Math.floor((1 - video.pollsLeft / all) * 100) : 100,
    video_id: video.id,
    video_name: video.name,
    video_size: video.size,
  });
}
