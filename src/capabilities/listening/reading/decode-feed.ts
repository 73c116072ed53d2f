import { encodingOf } from "#platform/official-document/read/decode-text.ts";
import { oldEncodingOf } from "#platform/official-document/read/old-encodings.ts";
import { toNfc } from "#platform/text/nfc.ts";
import type { Warnings } from "./warnings.ts";

/** How much of a broken text may be lost and still be the encoding that it was taken for. */
const LOST = 0.05;

const labelIn = (text: string, pattern: RegExp): string | null =>
  pattern.exec(text)?.[1]?.toLowerCase() ?? null;

/** What the server, then the XML declaration, then the head of a page say; any of them may be wrong. */
function saidEncodings(bytes: Uint8Array, contentType: string | null): string[] {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 2_000)).toString("latin1");
  return [
    labelIn(contentType ?? "", /charset\s*=\s*["']?([\w.:-]+)/iu),
    labelIn(head, /^[^<]*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)/iu),
    labelIn(head, /<meta[^>]*?charset\s*=\s*["']?([\w.:-]+)/iu),
  ].filter((label) => label !== null);
}

function decoderOf(label: string): TextDecoder | null {
  try {
    return new TextDecoder(label);
  } catch {
    return null;
  }
}

/** The words of the beginning, without marks and addresses that say nothing of the language. */
function wordsOf(bytes: Uint8Array): Buffer {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 200_000)).toString(
    "latin1",
  );
  return Buffer.from(text.replace(/<!\[CDATA\[|\]\]>|<[^>]*>|https?:\S+/g, " ").slice(0, 20_000), "latin1");
}

/**
 * The text of a feed. Its own bytes are believed first: what is UTF-8 throughout is UTF-8, whatever the server says;
 * then old Vietnamese encodings by their words, then what was said.
 */
export function decodeFeed(bytes: Uint8Array, contentType: string | null, warnings: Warnings): string {
  const utf = encodingOf(bytes);
  if (utf !== "utf-8") return new TextDecoder(utf).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8 throughout.
  }
  const loose = new TextDecoder().decode(bytes);
  const lost = loose.match(/\ufffd/g)?.length ?? 0;
  const letters = loose.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0;
  if (lost <= letters * LOST) {
    warnings.add("charset", () => "Một số chữ hỏng, không đúng UTF-8; chỗ hỏng để dấu “\ufffd”.");
    return loose;
  }
  const said = saidEncodings(bytes, contentType);
  const named = said.map(decoderOf).find((decoder) => decoder?.encoding === "windows-1258");
  const old = named ? (all: Uint8Array) => toNfc(named.decode(all)) : oldEncodingOf(wordsOf(bytes));
  if (old) {
    warnings.add("charset", () => "Nguồn tin không dùng Unicode; đã đổi từ bảng mã tiếng Việt cũ.");
    return old(bytes);
  }
  const other = said.map(decoderOf).find((decoder) => decoder && !decoder.encoding.startsWith("utf"));
  warnings.add("charset", () => "Nguồn tin không dùng UTF-8; đã đọc theo bảng mã mà nguồn tự khai.");
  return other ? other.decode(bytes) : new TextDecoder("windows-1252").decode(bytes);
}
