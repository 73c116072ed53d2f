import { writeFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { AnswerTooLarge, OutgoingRefused, type outgoingFetch } from "#platform/http/outgoing.ts";
import { wavHead } from "../loudness/wav.ts";
import { type Sound, soundOfAnswer } from "./sound-of-answer.ts";
import { type Reading, type SpeechEngine, SpeechFailed } from "./speech-engine.ts";
import { partsOf } from "./split-at-sentences.ts";

/** Below what such servers take at once (4,096 characters). */
const LONGEST_PART = 3_600;
const LARGEST_ANSWER = 50_000_000;
/** Half an hour at the rates that such servers have. */
const LARGEST_WHOLE = 100_000_000;
const SECONDS = 60;
/** Before a part is asked for again, in milliseconds; as often as there are numbers. */
const PAUSES = [500, 1_000, 2_000];
const LONGEST_PAUSE = 10_000;
/** Between two parts, in seconds. */
const BREATH = 0.3;
/** The pace at which a server speaks as it is used to. */
const USUAL_PACE = 200;

/** Of these the same call says the same again. */
const refusals: Record<number, string> = {
  400: "Máy chủ đọc không nhận mô hình, giọng hoặc lời này.",
  401: "Máy chủ đọc không nhận khóa.",
  403: "Máy chủ đọc không nhận khóa.",
  404: "Máy chủ đọc không có địa chỉ /v1/audio/speech hoặc không có mô hình này.",
  413: "Máy chủ đọc không nhận đoạn dài như vậy.",
  422: "Máy chủ đọc không nhận mô hình, giọng hoặc lời này.",
};

/** A failure that may be gone at the next call. */
class Passing extends SpeechFailed {
  readonly afterMs: number | null;
  constructor(message: string, words: string, afterMs: number | null = null) {
    super(message, words);
    this.afterMs = afterMs;
  }
}

function failureOf(answer: Response): SpeechFailed {
  const { status } = answer;
  const said = `the speech server answered ${status}`;
  const refusal = refusals[status];
  if (refusal) return new SpeechFailed(said, refusal);
  if (status === 429) {
    const seconds = Number(answer.headers.get("retry-after") ?? Number.NaN);
    const afterMs = Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
    return new Passing(said, "Máy chủ đọc đang quá tải hoặc đã hết lượt.", afterMs);
  }
  if (status >= 500) return new Passing(said, `Máy chủ đọc gặp lỗi (mã ${status}).`);
  return new SpeechFailed(said, `Máy chủ đọc trả lời khác hẹn (mã ${status}).`);
}

function failureToCall(error: unknown): SpeechFailed {
  const said = `the speech server was not reached: ${error instanceof Error ? error.message : error}`;
  if (error instanceof OutgoingRefused)
    return new SpeechFailed(
      said,
      "Địa chỉ phải dùng https và nằm ngoài mạng nội bộ; máy chủ nội bộ thì người phụ trách máy chủ ghi tên vào thiết lập VOICE_ALLOW_HOSTS.",
    );
  if (error instanceof AnswerTooLarge)
    return new SpeechFailed(said, "Máy chủ đọc trả về tệp lớn quá 50 MB cho một đoạn.");
  return new Passing(said, "Máy chủ đọc không trả lời.");
}

interface Outside {
  call: ReturnType<typeof outgoingFetch>;
  pause?: (ms: number, signal: AbortSignal) => Promise<unknown>;
  seconds?: number;
}

/**
 * A server with the OpenAI-style call `POST {host}/v1/audio/speech`, as many servers that an agency can run itself have
 * it. What it says in failing is not passed on: only the agency's own words are.
 */
export function speechServerEngine(
  { host, model, voice, key }: { host: string; model: string; voice: string; key: string | null },
  { call, pause = (ms, signal) => wait(ms, undefined, { signal }), seconds = SECONDS }: Outside,
): SpeechEngine {
  const read = async (input: string, pace: number, signal: AbortSignal): Promise<Sound> => {
    const answer = await call(`${host}/v1/audio/speech`, {
      method: "POST",
      headers: { "content-type": "application/json", ...(key && { authorization: `Bearer ${key}` }) },
      body: JSON.stringify({ model, input, voice, response_format: "wav", speed: pace / USUAL_PACE }),
      seconds,
      largestAnswer: LARGEST_ANSWER,
      signal,
    }).catch((error) => {
      signal.throwIfAborted();
      throw failureToCall(error);
    });
    if (answer.status !== 200) throw failureOf(answer);
    const sound = soundOfAnswer(Buffer.from(await answer.arrayBuffer()));
    if (sound === "corrupt")
      throw new Passing(
        "no WAV came",
        "Máy chủ đọc trả về tệp hỏng hoặc không phải âm thanh WAV một kênh, 16 bit.",
      );
    if (sound === "silent") throw new Passing("silence came", "Máy chủ đọc trả về âm thanh không có tiếng.");
    return sound;
  };
  const patiently = async (input: string, pace: number, signal: AbortSignal): Promise<Sound> => {
    for (const usual of PAUSES) {
      try {
        return await read(input, pace, signal);
      } catch (error) {
        if (!(error instanceof Passing)) throw error;
        await pause(Math.min(error.afterMs ?? usual, LONGEST_PAUSE), signal);
      }
    }
    return read(input, pace, signal);
  };
  return {
    slug: "speech-server",
    name: model,
    source: "TrainedAlgorithmicMediaDigitalSource",
    voices: [{ slug: voice, label: voice }],
    isThere: () => true,
    async read({ text, pace, wavPath }: Reading, signal) {
      const pieces: Buffer[] = [];
      let [rate, size] = [0, 0];
      for (const part of partsOf(text, LONGEST_PART)) {
        const sound = await patiently(part, pace, signal);
        if (rate !== 0 && sound.rate !== rate)
          throw new SpeechFailed("rates differ", "Máy chủ đọc trả về các đoạn có tần số lấy mẫu khác nhau.");
        rate = sound.rate;
        if (size > 0) pieces.push(Buffer.alloc(2 * Math.round(rate * BREATH)));
        pieces.push(sound.samples);
        size = pieces.reduce((sum, { length }) => sum + length, 0);
        if (size > LARGEST_WHOLE)
          throw new SpeechFailed("too long", "Bản đọc của máy chủ đọc dài quá nửa giờ.");
      }
      await writeFile(wavPath, Buffer.concat([wavHead(size, rate), ...pieces]));
    },
  };
}
