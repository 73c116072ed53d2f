import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import { engineHere } from "./engines.ts";
import type { Reading, SpeechEngine } from "./speech-engine.ts";

/** A quarter of an hour of sound takes some ten seconds of one core. */
const MILLISECONDS = 120_000;
/** A server elsewhere is asked part by part, some of them again. */
const MILLISECONDS_ELSEWHERE = 180_000;
/** One is read while so many wait: a small server has two cores. */
const MOST_WAITING = 4;

/** Those who wait for one engine: all for the one that is here, each agency's for its own server. */
const lines = new Map<string, { asked: number; before: Promise<unknown> }>();

/** Rejects as soon as whoever asked has stopped; never else. */
const stopped = (signal: AbortSignal | undefined) =>
  new Promise<never>((_, reject) => {
    if (signal?.aborted) reject(signal.reason);
    signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
  });

/** Who reads instead of the engine that is here, and whose line it is; or why the one who should have read has not. */
type Other = { engine: SpeechEngine; line: string } | { insteadWhy: string | null };

/**
 * Has a text read, one after the other, by the engine that is here or the one that is given, and says who has read;
 * `signal` ends it.
 * @throws Unacceptable without an engine, Conflict while too many wait, SpeechFailed
 */
export async function readAloud(
  reading: Reading,
  signal?: AbortSignal,
  other: Other = { insteadWhy: null },
): Promise<SpeechEngine> {
  const elsewhere = "engine" in other ? other : null;
  const engine = elsewhere?.engine ?? engineHere();
  if (!engine) {
    const why = "insteadWhy" in other && other.insteadWhy ? `${other.insteadWhy} ` : "";
    throw new Unacceptable(
      `${why}Máy chủ chưa cài giọng đọc; hãy nhờ người phụ trách máy chủ hoặc tải bản thu lên.`,
    );
  }
  const name = elsewhere?.line ?? "";
  const line = lines.get(name) ?? { asked: 0, before: Promise.resolve() };
  if (line.asked > MOST_WAITING)
    throw new Conflict("Máy đang đọc nhiều bản tin khác; hãy thử lại sau một phút.");
  lines.set(name, line);
  line.asked += 1;
  const mine = line.before.then(() => {
    const late = AbortSignal.timeout(elsewhere ? MILLISECONDS_ELSEWHERE : MILLISECONDS);
    const ends = signal ? AbortSignal.any([signal, late]) : late;
    ends.throwIfAborted();
    return engine.read(reading, ends);
  });
  line.before = mine.catch(() => undefined);
  try {
    // Who stops while others are read gives the place back at once.
    await Promise.race([mine, stopped(signal)]);
    return engine;
  } finally {
    line.asked -= 1;
    if (line.asked === 0 && elsewhere) lines.delete(name);
  }
}
