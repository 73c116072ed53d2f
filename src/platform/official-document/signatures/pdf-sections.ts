import { inflateSync } from "node:zlib";
import {
  isDictionary,
  nameOf,
  type PdfDictionary,
  PdfReader,
  UnreadablePdf,
  wholeNumbers,
} from "./pdf-values.ts";

/** Where an object stands: at a place of the file, in a stream of objects, or nowhere (it was taken away). */
export type PdfPlace =
  | { at: number; generation: number }
  | { within: number; index: number }
  | { free: true };

/** One section of cross-references: what it says of objects, and its trailer. */
export interface PdfSection {
  trailer: PdfDictionary;
  places: Map<number, PdfPlace>;
}

/** Bytes that a stream of cross-references or of objects may unpack to. */
const MOST_UNPACKED = 1 << 26;

/** The numbers of objects that a file may have. */
const MOST_OBJECTS = 1_000_000;

/** A classic table (ISO 32000-1, 7.5.4) with its trailer. @throws UnreadablePdf */
function readTable(reader: PdfReader): PdfSection {
  const places: PdfSection["places"] = new Map();
  reader.accept("xref");
  while (!reader.accept("trailer")) {
    const head = reader.take(/(\d{1,10}) (\d{1,10})\s*/y);
    if (!head) throw new UnreadablePdf();
    const [first, count] = [Number(head[1]), Number(head[2])];
    for (let index = 0; index < count; index += 1) {
      const entry = reader.take(/\s*(\d{10}) (\d{5}) ([nf])/y);
      if (!entry || places.size > MOST_OBJECTS) throw new UnreadablePdf();
      places.set(
        first + index,
        entry[3] === "n" ? { at: Number(entry[1]), generation: Number(entry[2]) } : { free: true },
      );
    }
    reader.skipBlank();
  }
  const trailer = reader.value();
  if (!isDictionary(trailer)) throw new UnreadablePdf();
  return { trailer, places };
}

/** Undoes the PNG prediction of rows (ISO 32000-1, 7.4.4.4) of one byte a sample. */
function unpredicted(bytes: Buffer, columns: number): Buffer {
  const rows = Math.floor(bytes.length / (columns + 1));
  const out = Buffer.alloc(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    const filter = bytes[row * (columns + 1)]!;
    if (filter > 4) throw new UnreadablePdf();
    for (let column = 0; column < columns; column += 1) {
      const here = row * columns + column;
      const raw = bytes[row * (columns + 1) + 1 + column]!;
      const left = column === 0 ? 0 : out[here - 1]!;
      const up = row === 0 ? 0 : out[here - columns]!;
      const corner = row === 0 || column === 0 ? 0 : out[here - columns - 1]!;
      const nearest = (): number => {
        const [a, b, c] = [left, up, corner].map((one) => Math.abs(left + up - corner - one)) as [
          number,
          number,
          number,
        ];
        return a <= b && a <= c ? left : b <= c ? up : corner;
      };
      const guess = [0, left, up, (left + up) >> 1][filter] ?? nearest();
      out[here] = (raw + guess) & 255;
    }
  }
  return out;
}

/** The bytes of a stream as they are meant; only what structures are packed with. @throws UnreadablePdf */
export function unpacked(dictionary: PdfDictionary, packed: Buffer): Buffer {
  const filter = dictionary.get("Filter") ?? null;
  const only = Array.isArray(filter) && filter.length === 1 ? filter[0]! : filter;
  if (only !== null && nameOf(only) !== "FlateDecode") throw new UnreadablePdf();
  let bytes = packed;
  if (only !== null)
    try {
      bytes = inflateSync(packed, { maxOutputLength: MOST_UNPACKED });
    } catch {
      throw new UnreadablePdf();
    }
  const given = dictionary.get("DecodeParms") ?? null;
  const parameters = Array.isArray(given) ? (given[0] ?? null) : given;
  if (parameters === null) return bytes;
  if (!isDictionary(parameters)) throw new UnreadablePdf();
  const predictor = parameters.get("Predictor") ?? 1;
  if (predictor === 1) return bytes;
  const columns = parameters.get("Columns") ?? 1;
  const oneByte = (parameters.get("Colors") ?? 1) === 1 && (parameters.get("BitsPerComponent") ?? 8) === 8;
  if (!oneByte || typeof predictor !== "number" || predictor < 10 || !Number.isSafeInteger(columns))
    throw new UnreadablePdf();
  if ((columns as number) < 1 || (columns as number) > 1000) throw new UnreadablePdf();
  return unpredicted(bytes, columns as number);
}

/** A stream of cross-references (ISO 32000-1, 7.5.8): the table as an object, its dictionary the trailer. */
function readStream(file: Buffer, reader: PdfReader): PdfSection {
  reader.skipBlank();
  if (!reader.take(/\d+\s+\d+\s+obj\b/y)) throw new UnreadablePdf();
  const trailer = reader.value();
  if (!isDictionary(trailer) || nameOf(trailer.get("Type")) !== "XRef") throw new UnreadablePdf();
  reader.skipBlank();
  const length = trailer.get("Length");
  const widths = wholeNumbers(trailer.get("W"));
  if (!reader.take(/stream\r?\n/y) || !Number.isSafeInteger(length) || widths?.length !== 3)
    throw new UnreadablePdf();
  if (widths.some((width) => width > 8)) throw new UnreadablePdf();
  const packed = file.subarray(reader.at, reader.at + (length as number));
  if (packed.length !== length) throw new UnreadablePdf();
  const rows = unpacked(trailer, packed);
  const spans = wholeNumbers(trailer.get("Index") ?? [0, trailer.get("Size") ?? 0]);
  if (!spans || spans.length % 2 === 1) throw new UnreadablePdf();
  return { trailer, places: placesIn(rows, widths, spans) };
}

function placesIn(rows: Buffer, widths: number[], spans: number[]): PdfSection["places"] {
  const places: PdfSection["places"] = new Map();
  const width = widths[0]! + widths[1]! + widths[2]!;
  let at = 0;
  const field = (bytes: number, missing: number): number => {
    if (bytes === 0) return missing;
    let value = 0;
    for (const byte of rows.subarray(at, at + bytes)) value = value * 256 + byte;
    at += bytes;
    return value;
  };
  for (let span = 0; span < spans.length; span += 2)
    for (let one = 0; one < spans[span + 1]!; one += 1) {
      if (width === 0 || at + width > rows.length || places.size > MOST_OBJECTS) throw new UnreadablePdf();
      const [kind, second, third] = [field(widths[0]!, 1), field(widths[1]!, 0), field(widths[2]!, 0)];
      const number = spans[span]! + one;
      if (kind === 1) places.set(number, { at: second, generation: third });
      else if (kind === 2) places.set(number, { within: second, index: third });
      else places.set(number, { free: true });
    }
  return places;
}

/** The section that begins at a place of the file. @throws UnreadablePdf */
export function readSection(file: Buffer, text: string, at: number): PdfSection {
  const reader = new PdfReader(text, at);
  return text.startsWith("xref", at) ? readTable(reader) : readStream(file, reader);
}
