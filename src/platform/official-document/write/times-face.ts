import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "#platform/config/root.ts";

/** What a TrueType font says of its letters: code points with a glyph, and how wide each is, in parts of an em. */
export type LetterWidths = Map<number, number>;

/** Files of the Times-like face, whose measures are those of Times New Roman: regular, italic, bold, bold italic. */
export function fontFiles(): Uint8Array[] {
  const folder = join(root, "node_modules", "@expo-google-fonts", "tinos");
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ttf"))
    .sort()
    .map((name) => readFileSync(join(folder, name)));
}

/**
 * The letters of a TrueType font with their widths, read from its character map (table cmap, formats 4 and 12) and
 * its horizontal metrics (hhea, hmtx), OpenType specification. Throws RangeError for a file that is no font.
 */
export function lettersOfFont(file: Uint8Array): LetterWidths {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const letters: LetterWidths = new Map();
  const unitsPerEm = view.getUint16(tableOffset(view, "head") + 18);
  const measured = view.getUint16(tableOffset(view, "hhea") + 34);
  const metrics = tableOffset(view, "hmtx");
  // Glyphs past the measured ones are as wide as the last of them.
  const put = (code: number, glyph: number) =>
    letters.set(code, view.getUint16(metrics + 4 * Math.min(glyph, measured - 1)) / unitsPerEm);
  const map = tableOffset(view, "cmap");
  for (let i = 0; i < view.getUint16(map + 2); i += 1) {
    const at = map + view.getUint32(map + 4 + 8 * i + 4);
    const format = view.getUint16(at);
    if (format === 4) readSegments(view, at, put);
    if (format === 12) readGroups(view, at, put);
  }
  return letters;
}

function tableOffset(view: DataView, wanted: string): number {
  for (let i = 0; i < view.getUint16(4); i += 1) {
    const entry = 12 + 16 * i;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(entry + byte)));
    if (tag === wanted) return view.getUint32(entry + 8);
  }
  throw new RangeError(`Tệp phông chữ không có bảng ${wanted}.`);
}

type Put = (code: number, glyph: number) => void;

function readSegments(view: DataView, at: number, put: Put): void {
  const bytes = view.getUint16(at + 6);
  const [ends, starts, deltas, offsets] = [0, 1, 2, 3].map(
    (part) => at + 14 + part * bytes + (part > 0 ? 2 : 0),
  ) as [number, number, number, number];
  for (let segment = 0; segment < bytes; segment += 2) {
    const delta = view.getUint16(deltas + segment);
    const offset = view.getUint16(offsets + segment);
    const start = view.getUint16(starts + segment);
    for (let code = start; code <= view.getUint16(ends + segment) && code < 0xffff; code += 1) {
      const glyph =
        offset === 0
          ? (code + delta) & 0xffff
          : view.getUint16(offsets + segment + offset + 2 * (code - start));
      if (glyph !== 0) put(code, glyph);
    }
  }
}

function readGroups(view: DataView, at: number, put: Put): void {
  for (let group = 0; group < view.getUint32(at + 12); group += 1) {
    const entry = at + 16 + 12 * group;
    const [start, end, glyph] = [0, 4, 8].map((part) => view.getUint32(entry + part)) as [
      number,
      number,
      number,
    ];
    for (let code = start; code <= end; code += 1) put(code, glyph + code - start);
  }
}

let boldFace: LetterWidths | undefined;

/** Width in millimetres of a line in the bold face at `size` points; a letter that the font lacks counts half an em. */
export function boldWidth(text: string, size: number): number {
  boldFace ??= lettersOfFont(fontFiles()[2]!);
  const em = (size * 25.4) / 72;
  return Array.from(text).reduce(
    (sum, letter) => sum + (boldFace!.get(letter.codePointAt(0)!) ?? 0.5) * em,
    0,
  );
}
