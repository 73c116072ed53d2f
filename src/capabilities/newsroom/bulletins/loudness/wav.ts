const HEAD = 44;

/** What stands before samples of one channel and 16 bits. @param size their bytes @param rate samples a second */
export function wavHead(size: number, rate: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(HEAD);
  const view = new DataView(bytes.buffer);
  const write = (at: number, text: string) => {
    for (const [place, letter] of [...text].entries()) view.setUint8(at + place, letter.charCodeAt(0));
  };
  write(0, "RIFF");
  view.setUint32(4, HEAD + size - 8, true);
  write(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  write(36, "data");
  view.setUint32(40, size, true);
  return bytes;
}

/** Samples of one channel as WAV, 16 bits. @param rate samples a second */
export function wavOf(samples: Float32Array, rate: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(HEAD + samples.length * 2);
  bytes.set(wavHead(samples.length * 2, rate));
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < samples.length; at += 1) {
    const clipped = Math.max(-1, Math.min(1, samples[at]!));
    view.setInt16(HEAD + at * 2, Math.round(clipped * 32_767), true);
  }
  return bytes;
}

/** Samples a second that an MP3 can hold. */
const [SLOWEST, FASTEST] = [8_000, 48_000];

/** Where the samples of a WAV of one channel and 16 bits stand; null when it is none, not wholly there, or of another rate. */
export function readWavHead(
  head: Uint8Array,
  size: number,
): { rate: number; from: number; to: number } | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const name = (at: number) => String.fromCharCode(...head.subarray(at, at + 4));
  if (head.length < HEAD || name(0) !== "RIFF" || name(8) !== "WAVE") return null;
  let rate = 0;
  for (let at = 12; at + 8 <= head.length; ) {
    const [chunk, length] = [name(at), view.getUint32(at + 4, true)];
    if (chunk === "fmt " && at + 24 <= head.length) {
      const [format, channels] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
      if (format !== 1 || channels !== 1 || view.getUint16(at + 22, true) !== 16) return null;
      rate = view.getUint32(at + 12, true);
    }
    if (chunk === "data") {
      const to = at + 8 + length;
      return rate >= SLOWEST && rate <= FASTEST && length > 0 && to <= size
        ? { rate, from: at + 8, to }
        : null;
    }
    at += 8 + length + (length % 2);
  }
  return null;
}
