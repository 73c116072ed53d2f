/**
 * The code points for which a TrueType font has a glyph, read from its character map (table cmap, formats 4 and 12,
 * OpenType specification). Throws RangeError for a file that is no font.
 */
export function lettersOfFont(file: Uint8Array): Set<number> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const letters = new Set<number>();
  const map = tableOffset(view, "cmap");
  for (let i = 0; i < view.getUint16(map + 2); i += 1) {
    const at = map + view.getUint32(map + 4 + 8 * i + 4);
    const format = view.getUint16(at);
    if (format === 4) addSegments(view, at, letters);
    if (format === 12) addGroups(view, at, letters);
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

function addSegments(view: DataView, at: number, letters: Set<number>): void {
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
      if (glyph !== 0) letters.add(code);
    }
  }
}

function addGroups(view: DataView, at: number, letters: Set<number>): void {
  for (let group = 0; group < view.getUint32(at + 12); group += 1) {
    const entry = at + 16 + 12 * group;
    for (let code = view.getUint32(entry); code <= view.getUint32(entry + 4); code += 1) letters.add(code);
  }
}
