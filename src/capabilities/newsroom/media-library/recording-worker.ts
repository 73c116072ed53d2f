import { parentPort, workerData } from "node:worker_threads";
import { FilePathSource, Input, MP3, MP4, OGG, QTFF, WAVE, WEBM } from "mediabunny";

/** What is told of a recording. Pixels as it is shown, turned upright. */
export interface RecordingFacts {
  contentType: string;
  /** 0: nothing to see. */
  width: number;
  height: number;
  durationMs: number;
  videoCodec: string | null;
  audioCodec: string | null;
}

export type RecordingAnswer = { facts: RecordingFacts } | { refused: "unreadable" | "codec" };

/** A day, in milliseconds; what claims to be longer lies. */
const LONGEST = 24 * 3_600_000;

/** What browsers play; sound as uncompressed samples is named by its width. */
const videoCodecs = new Set(["avc", "hevc", "vp8", "vp9", "av1"]);
const isPlayable = (codec: string) =>
  ["aac", "mp3", "opus", "vorbis", "flac"].includes(codec) || codec.startsWith("pcm-");

/** Media types by which the containers are served: of a video, of sound alone. */
const typesOf: Record<string, readonly [video: string | null, audio: string]> = {
  MP4: ["video/mp4", "audio/mp4"],
  "QuickTime File Format": ["video/quicktime", "audio/mp4"],
  WebM: ["video/webm", "audio/webm"],
  Ogg: [null, "audio/ogg"],
  WAVE: [null, "audio/wav"],
  MP3: [null, "audio/mpeg"],
};

async function read(path: string): Promise<RecordingAnswer> {
  const input = new Input({
    formats: [MP4, QTFF, WEBM, WAVE, OGG, MP3],
    source: new FilePathSource(path),
  });
  const types = typesOf[(await input.getFormat()).name];
  const video = await input.getPrimaryVideoTrack();
  const audio = await input.getPrimaryAudioTrack();
  const contentType = video ? types?.[0] : types?.[1];
  if (!contentType || !(video || audio)) return { refused: "unreadable" };
  const videoCodec = video && (await video.getCodec());
  const audioCodec = audio && (await audio.getCodec());
  if (video && !videoCodecs.has(videoCodec ?? "")) return { refused: "codec" };
  if (audio && !isPlayable(audioCodec ?? "")) return { refused: "codec" };
  const durationMs = Math.round((await input.computeDuration()) * 1000);
  const width = video ? await video.getDisplayWidth() : 0;
  const height = video ? await video.getDisplayHeight() : 0;
  if (!(durationMs > 0 && durationMs <= LONGEST) || (video && !(width > 0 && height > 0)))
    return { refused: "unreadable" };
  return { facts: { contentType, width, height, durationMs, videoCodec, audioCodec } };
}

const answer: RecordingAnswer = await read(workerData as string).catch(() => ({ refused: "unreadable" }));
parentPort?.postMessage(answer);
