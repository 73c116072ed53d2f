import { describe, expect, test } from "vitest";
import { levelling } from "./level.ts";
import { LoudnessMeter, loudnessFault } from "./meter.ts";
import { readWavHead, wavOf } from "./wav.ts";

const RATE = 16_000;
/** A sine of so many seconds at so many decibels below full. */
const sine = (seconds: number, db: number, { hertz = 997, rate = RATE, phase = 0 } = {}) =>
  Float32Array.from(
    { length: seconds * rate },
    (_, at) => 10 ** (db / 20) * Math.sin((2 * Math.PI * hertz * at) / rate + phase),
  );
const joined = (...parts: Float32Array[]) => {
  const out = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
};
const measured = (channels: Float32Array[], rate = RATE) => {
  const meter = new LoudnessMeter(rate, channels.length);
  meter.feed(channels);
  return meter.result();
};

const levelled = (samples: Float32Array) => {
  const steps = levelling(samples, RATE);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
};

describe("loudness by ITU-R BS.1770", () => {
  test("is what the standard says of known signals, at any rate", () => {
    // A sine of 997 Hz at full scale in one channel reads −3.01.
    expect(measured([sine(2, 0)]).lufs).toBeCloseTo(-3.01, 1);
    expect(measured([sine(1, 0, { rate: 48_000 })], 48_000).lufs).toBeCloseTo(-3.01, 1);
    // EBU Tech 3341, cases 1 and 2: a sine at −23 and at −33 dB in both channels.
    for (const db of [-23, -33]) {
      const one = sine(3, db);
      expect(measured([one, one]).lufs).toBeCloseTo(db, 1);
    }
    // Case 3, shortened: what is 13 dB quieter around it is gated out.
    const gated = joined(sine(2, -36), sine(12, -23), sine(2, -36));
    expect(Math.abs(measured([gated]).lufs! + 26)).toBeLessThan(0.1);
  });

  test("finds the peak between the samples", () => {
    const between = sine(1, -6, { hertz: RATE / 4, phase: Math.PI / 4 });
    expect(Math.max(...between)).toBeLessThan(0.36);
    expect(Math.abs(measured([between]).truePeakDb! + 6)).toBeLessThan(0.4);
  });

  test("says what is wrong for loudspeakers, silence too", () => {
    expect(measured([new Float32Array(RATE)])).toEqual({ lufs: null, truePeakDb: null });
    expect(measured([new Float32Array(0)]).lufs).toBeNull();
    const fault = (lufs: number | null, truePeakDb: number | null) => loudnessFault({ lufs, truePeakDb });
    expect(fault(null, null)).toBe("silent");
    expect(fault(-17.1, -3)).toBe("quiet");
    expect(fault(-14.9, -3)).toBe("loud");
    expect(fault(-16, -1.4)).toBe("peaks");
    expect(fault(-16.9, -1.5)).toBeNull();
  });
});

test.each([
  ["too quiet", joined(sine(2, -40), sine(1, -34))],
  ["too loud", sine(2, -1)],
  [
    "quiet with sudden peaks",
    joined(...Array.from({ length: 20 }, () => joined(sine(0.2, -28), sine(0.01, -3)))),
  ],
])("a recording that is %s is set right, its peaks held", (_, samples) => {
  const out = levelled(samples);
  if (typeof out === "string") return expect.unreachable(out);
  expect(out).toHaveLength(samples.length);
  expect(loudnessFault(measured([out]))).toBeNull();
});

test("nothing is made of silence", () => {
  expect(levelled(new Float32Array(RATE))).toBe("silent");
});

test("a WAV is read as it was written; another, or one that breaks off, is none", () => {
  const wav = wavOf(Float32Array.from([0, 1, -1, 0.5]), 44_100);
  expect(readWavHead(wav, wav.length)).toEqual({ rate: 44_100, from: 44, to: 52 });
  expect([...new Int16Array(wav.buffer, 44)]).toEqual([0, 32_767, -32_767, 16_384]);
  expect(readWavHead(wav, wav.length - 1)).toBeNull();
  const stereo = wav.slice();
  stereo[22] = 2;
  expect(readWavHead(stereo, stereo.length)).toBeNull();
  expect(readWavHead(new Uint8Array(60), 60)).toBeNull();
});
