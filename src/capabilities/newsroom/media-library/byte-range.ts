/** Bytes from `start` to `end`, both included. */
export interface ByteRange {
  start: number;
  end: number;
}

/**
 * The one range that a Range header asks for of so many bytes (RFC 9110, 14.2). Null: the whole is answered, also where
 * several ranges or other units are asked for; "beyond": nothing of it lies in the file.
 */
export function rangeOf(header: string | undefined, bytes: number): ByteRange | "beyond" | null {
  const found = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? "");
  if (!found || (found[1] === "" && found[2] === "")) return null;
  const [, first, last] = found;
  if (first === "") {
    const length = Math.min(Number(last), bytes);
    return length === 0 ? "beyond" : { start: bytes - length, end: bytes - 1 };
  }
  const start = Number(first);
  if (start >= bytes) return "beyond";
  const end = last === "" ? bytes - 1 : Math.min(Number(last), bytes - 1);
  return end < start ? null : { start, end };
}
