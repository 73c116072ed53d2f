import { fromOldEncoding } from "./old-encodings.ts";

/** The two bytes of a letter lie apart in UTF-16: where most letters are Latin, every other byte is zero. */
export function encodingOf(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const zeros = [0, 0];
  const near = bytes.subarray(0, 400);
  for (const [at, byte] of near.entries()) if (byte === 0) zeros[at % 2]! += 1;
  if (zeros[1]! > near.length * 0.2 && zeros[0] === 0) return "utf-16le";
  return zeros[0]! > near.length * 0.2 && zeros[1] === 0 ? "utf-16be" : "utf-8";
}

/** A text in UTF-8 or UTF-16, with its mark or without, or in an old Vietnamese encoding; null: it is none of them. */
export function decodeText(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
    return text.includes("\u0000") ? null : text;
  } catch {
    return fromOldEncoding(bytes);
  }
}
