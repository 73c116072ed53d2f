import { HIGHEST_PEAK_DB, LoudnessMeter, TARGET_LUFS, TOLERANCE_LU } from "./meter.ts";

/** The limiter looks so far ahead, in seconds. */
const AHEAD = 0.005;
/** Below the highest point allowed, since coding overshoots. */
const CEILING = 10 ** ((HIGHEST_PEAK_DB - 0.7) / 20);
const ROUNDS = 8;

/** Samples that are worked on before others get their turn. */
const AT_ONCE = 1 << 18;

function* loudness(samples: Float32Array, rate: number): Generator<void, number | null> {
  const meter = new LoudnessMeter(rate, 1);
  for (let at = 0; at < samples.length; at += AT_ONCE) {
    meter.feed([samples.subarray(at, at + AT_ONCE)]);
    yield;
  }
  return meter.result().lufs;
}

/** The samples louder by `gain`, their peaks turned down smoothly before they come. */
function* limited(samples: Float32Array, gain: number, rate: number): Generator<void, Float32Array> {
  const width = Math.max(1, Math.round(AHEAD * rate));
  const wanted = (at: number) => {
    const loud = Math.abs(samples[at] ?? 0) * gain;
    return loud > CEILING ? CEILING / loud : 1;
  };
  // The least gain of the next `width` samples, by a queue of falling candidates.
  const least = new Float32Array(samples.length + width);
  const queue = new Int32Array(samples.length + width);
  let [head, tail] = [0, 0];
  for (let at = 0; at < least.length; at += 1) {
    while (tail > head && wanted(queue[tail - 1]!) >= wanted(at)) tail -= 1;
    queue[tail] = at;
    tail += 1;
    while (queue[head]! <= at - width) head += 1;
    least[at] = wanted(queue[head]!);
    if (at % AT_ONCE === 0) yield;
  }
  // The mean of `width` of them never lies above what a peak wants, and moves without a click.
  const out = new Float32Array(samples.length);
  let sum = 0;
  for (let at = 0; at < least.length; at += 1) {
    sum += least[at]! - (at >= width ? least[at - width]! : 0);
    const place = at - width + 1;
    if (place >= 0 && place < samples.length) {
      const held = Math.min(1, Math.max(0, sum / width));
      out[place] = Math.max(-CEILING, Math.min(CEILING, samples[place]! * gain * held));
    }
  }
  return out;
}

/**
 * A recording of one channel at the loudness that loudspeakers want, its peaks held; or why that cannot be: nothing is
 * heard in it, or little but sudden peaks. Pauses often, so that whoever asks for the next step can do something else between.
 * @param rate samples a second
 */
export function* levelling(
  samples: Float32Array,
  rate: number,
): Generator<void, Float32Array | "silent" | "uneven"> {
  let now = yield* loudness(samples, rate);
  if (now === null) return "silent";
  let gainDb = TARGET_LUFS - now;
  let out = samples;
  for (let round = 0; round < ROUNDS; round += 1) {
    out = yield* limited(samples, 10 ** (gainDb / 20), rate);
    now = yield* loudness(out, rate);
    if (now === null) return "silent";
    if (Math.abs(TARGET_LUFS - now) < 0.2) break;
    gainDb += TARGET_LUFS - now;
  }
  return Math.abs(TARGET_LUFS - now) < TOLERANCE_LU ? out : "uneven";
}
