import { readWavHead } from "../loudness/wav.ts";

/** Samples of one channel, 16 bits. */
export interface Sound {
  rate: number;
  samples: Buffer;
}

/** Nothing of it reaches a thousandth of what 16 bits can hold: −60 dB. */
const SILENCE = 33;

/** What a server that writes while it reads says of a length that it does not know yet. */
const UNKNOWN = new Set([0, 0x7fffffff, 0xffffffff]);

/** A WAV whose length was not known when it began, with the length that it has. */
function withLength(bytes: Buffer): Buffer {
  const at = bytes.subarray(0, 4096).indexOf("data", 12, "latin1");
  if (at < 0 || at + 8 > bytes.length || !UNKNOWN.has(bytes.readUInt32LE(at + 4))) return bytes;
  const whole = Buffer.from(bytes);
  const length = whole.length - at - 8;
  whole.writeUInt32LE(length - (length % 2), at + 4);
  return whole;
}

/** The sound that a server has given; or why there is none. */
export function soundOfAnswer(given: Buffer): Sound | "corrupt" | "silent" {
  const bytes = withLength(given);
  const head = readWavHead(bytes.subarray(0, 4096), bytes.length);
  if (!head || (head.to - head.from) % 2 !== 0) return "corrupt";
  const samples = bytes.subarray(head.from, head.to);
  for (let at = 0; at < samples.length; at += 2)
    if (Math.abs(samples.readInt16LE(at)) >= SILENCE) return { rate: head.rate, samples };
  return "silent";
}
