import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import { engineHere } from "./engines.ts";
import type { Reading, SpeechEngine } from "./speech-engine.ts";

/** A quarter of an hour of sound takes some ten seconds of one core. */
const MILLISECONDS = 120_000;
/** One is read while so many wait: a small server has two cores. */
const MOST_WAITING = 4;

let asked = 0;
let before: Promise<unknown> = Promise.resolve();

/** Rejects as soon as whoever asked has stopped; never else. */
const stopped = (signal: AbortSignal | undefined) =>
  new Promise<never>((_, reject) => {
    if (signal?.aborted) reject(signal.reason);
    signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
  });

/**
 * Has a text read by the engine that is here, one after the other, and says who has read; `signal` ends it.
 * @throws Unacceptable without an engine, Conflict while too many wait, SpeechFailed
 */
export async function readAloud(reading: Reading, signal?: AbortSignal): Promise<SpeechEngine> {
  const engine = engineHere();
  if (!engine)
    throw new Unacceptable(
      "Máy chủ chưa cài giọng đọc; hãy nhờ người phụ trách máy chủ hoặc tải bản thu lên.",
    );
  if (asked > MOST_WAITING) throw new Conflict("Máy đang đọc nhiều bản tin khác; hãy thử lại sau một phút.");
  asked += 1;
  const mine = before.then(() => {
    const late = AbortSignal.timeout(MILLISECONDS);
    const ends = signal ? AbortSignal.any([signal, late]) : late;
    ends.throwIfAborted();
    return engine.read(reading, ends);
  });
  before = mine.catch(() => undefined);
  try {
    // Who stops while others are read gives the place back at once.
    await Promise.race([mine, stopped(signal)]);
    return engine;
  } finally {
    asked -= 1;
  }
}
