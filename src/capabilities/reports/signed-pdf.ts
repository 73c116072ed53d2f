import { inflateSync } from "node:zlib";

/** What a PDF tells about itself without being opened; or why it cannot be a whole one, as a sentence. */
export type PdfFound = { whole: true; signatureSeen: boolean } | { whole: false; why: string };

const refused = (why: string): PdfFound => ({ whole: false, why });

/** Longer chains of cross-reference sections than this are a circle or a trap. */
const MOST_SECTIONS = 1000;

interface Section {
  /** Its trailer dictionary, as text. */
  trailer: string;
  /** Object number and place of every object that it says is in use. */
  objects: { number: number; at: number }[];
}

/** The dictionary that begins at `from`, with those inside it; null when it never closes. */
function dictionaryAt(text: string, from: number): string | null {
  if (!text.startsWith("<<", from)) return null;
  let depth = 0;
  for (const mark of text.slice(from).matchAll(/<<|>>/gu)) {
    depth += mark[0] === "<<" ? 1 : -1;
    if (depth === 0) return text.slice(from, from + mark.index + 2);
  }
  return null;
}

/** A classic table (ISO 32000-1, 7.5.4) with its trailer. */
function readTable(text: string, at: number): Section | null {
  const objects: Section["objects"] = [];
  let place = at + "xref".length;
  const next = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = place;
    const found = pattern.exec(text);
    if (found) place = pattern.lastIndex;
    return found;
  };
  for (let head = next(/\s*(\d+) (\d+)\s*/gy); head; head = next(/\s*(\d+) (\d+)\s*/gy)) {
    const [first, count] = [Number(head[1]), Number(head[2])];
    for (let index = 0; index < count; index += 1) {
      const entry = next(/\s*(\d{10}) (\d{5}) ([nf])/gy);
      if (!entry) return null;
      if (entry[3] === "n") objects.push({ number: first + index, at: Number(entry[1]) });
    }
  }
  if (!next(/\s*trailer\s*/gy)) return null;
  const trailer = dictionaryAt(text, place);
  return trailer === null ? null : { trailer, objects };
}

const numbersOf = (text: string): number[] => [...text.matchAll(/\d+/gu)].map(([one]) => Number(one));

/** Undoes the PNG prediction of rows that cross-reference streams are written with (ISO 32000-1, 7.4.4.4). */
function unpredicted(bytes: Buffer, columns: number): Buffer {
  const rows = Math.floor(bytes.length / (columns + 1));
  const out = Buffer.alloc(rows * columns);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      const raw = bytes[row * (columns + 1) + 1 + column]!;
      const up = row === 0 ? 0 : out[(row - 1) * columns + column]!;
      out[row * columns + column] = (raw + (bytes[row * (columns + 1)] === 2 ? up : 0)) & 255;
    }
  return out;
}

/** A cross-reference stream (ISO 32000-1, 7.5.8): the table as a compressed object, its dictionary the trailer. */
function readStream(file: Buffer, text: string, at: number): Section | null {
  const head = /^\s*\d+ \d+ obj\s*/u.exec(text.slice(at, at + 40));
  const trailer = head && dictionaryAt(text, at + head[0].length);
  if (!head || !trailer || !/\/Type\s*\/XRef\b/u.test(trailer)) return null;
  const from = /^\s*stream\r?\n/u.exec(text.slice(at + head[0].length + trailer.length).slice(0, 40));
  const length = /\/Length\s+(\d+)(?!\s+\d+\s+R)/u.exec(trailer);
  const widths = numbersOf(/\/W\s*\[([^\]]*)\]/u.exec(trailer)?.[1] ?? "");
  if (!from || !length || widths.length !== 3) return null;
  const start = at + head[0].length + trailer.length + from[0].length;
  const packed = file.subarray(start, start + Number(length[1]));
  if (packed.length < Number(length[1])) return null;
  let rows: Buffer;
  try {
    rows = /\/FlateDecode/u.test(trailer) ? inflateSync(packed, { maxOutputLength: 1 << 26 }) : packed;
  } catch {
    return null;
  }
  const width = widths[0]! + widths[1]! + widths[2]!;
  if (Number(/\/Predictor\s+(\d+)/u.exec(trailer)?.[1] ?? 1) >= 10) rows = unpredicted(rows, width);
  const size = Number(/\/Size\s+(\d+)/u.exec(trailer)?.[1] ?? 0);
  const index = /\/Index\s*\[([^\]]*)\]/u.exec(trailer)?.[1];
  const spans = index === undefined ? [0, size] : numbersOf(index);
  const objects: Section["objects"] = [];
  let place = 0;
  const field = (bytes: number, missing: number): number => {
    if (bytes === 0) return missing;
    let value = 0;
    for (const byte of rows.subarray(place, place + bytes)) value = value * 256 + byte;
    place += bytes;
    return value;
  };
  for (let span = 0; span + 1 < spans.length; span += 2)
    for (let one = 0; one < spans[span + 1]!; one += 1) {
      if (place + width > rows.length) return null;
      const [kind, second] = [field(widths[0]!, 1), field(widths[1]!, 0)];
      field(widths[2]!, 0);
      if (kind === 1) objects.push({ number: spans[span]! + one, at: second });
    }
  return { trailer, objects };
}

/**
 * Whether a file is a whole, open PDF: it begins and ends as one, every cross-reference section of its history can be
 * read, and the objects they name stand where they say. A file that was cut, changed in transfer or locked with a
 * password is refused. Whether a signature stands in it is told by its dictionary with its range of bytes (ISO
 * 32000-1, 12.8.1); what the signature is worth is not judged.
 */
export function lookAtPdf(file: Buffer): PdfFound {
  const base = file.subarray(0, 1024).indexOf("%PDF-");
  if (base < 0) return refused("Tệp tải lên không phải là PDF.");
  const cut = "Tệp PDF bị thiếu phần cuối.";
  const damaged = "Tệp PDF bị hỏng: mục lục của tệp không khớp nội dung.";
  // Latin-1 keeps every byte as one letter, so that places in the text are places in the file.
  const text = file.subarray(base).toString("latin1");
  const bytes = file.subarray(base);
  const tail = text.slice(-4096);
  const ends = [...tail.matchAll(/startxref\s+(\d+)\s+%%EOF/gu)];
  const last = ends.at(-1);
  // What follows the last end mark is the beginning of an update whose end is missing.
  if (!last || /\b(?:obj|xref)\b/u.test(tail.slice(last.index + last[0].length))) return refused(cut);
  const queue = [Number(last[1])];
  const read = new Set<number>();
  const known = new Map<number, number>();
  let root: number | null = null;
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    if (read.has(at)) continue;
    read.add(at);
    if (read.size > MOST_SECTIONS || at >= text.length) return refused(damaged);
    const section = text.startsWith("xref", at) ? readTable(text, at) : readStream(bytes, text, at);
    if (section === null) return refused(damaged);
    const { trailer, objects } = section;
    if (/\/Encrypt\b/u.test(trailer)) return refused("Tệp PDF đang khóa bằng mật khẩu hoặc bị mã hóa.");
    root ??= Number(/\/Root\s+(\d+)\s+\d+\s+R/u.exec(trailer)?.[1] ?? Number.NaN);
    for (const one of objects) if (!known.has(one.number)) known.set(one.number, one.at);
    for (const name of ["XRefStm", "Prev"]) {
      const earlier = new RegExp(`/${name}\\s+(\\d+)`, "u").exec(trailer);
      if (earlier) queue.push(Number(earlier[1]));
    }
  }
  if (root === null || Number.isNaN(root)) return refused(damaged);
  for (const [number, at] of known)
    if (number !== 0 && !new RegExp(`^\\s*${number}\\s+\\d+\\s+obj\\b`, "u").test(text.slice(at, at + 40)))
      return refused(damaged);
  return { whole: true, signatureSeen: holdsSignature(text) };
}

const holdsSignature = (text: string): boolean =>
  [...text.matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/gu)].some((found) => {
    const [from, length, after, rest] = found.slice(1).map(Number) as [number, number, number, number];
    return from + length <= after && after + rest <= text.length && length > 0;
  });
