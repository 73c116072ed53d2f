/** What an older Office file is, as its own list of streams tells. */
export interface OldOffice {
  kind: "doc" | "xls" | null;
  isLocked: boolean;
  hasMacros: boolean;
}

const END = 0xfffffffa;
const NAMES = 4096;

/**
 * Reads the directory of a compound file (MS-CFB), nothing else of it; null when it is damaged. The tables of sectors
 * that stand in the header reach 7 MB into the file; a larger one is followed as long as its directory lies there.
 */
export function oldOffice(bytes: Uint8Array): OldOffice | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < 1536) return null;
  const shift = file.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) return null;
  const size = 1 << shift;
  const at = (sector: number) => (sector + 1) * size;
  const tables: number[] = [];
  for (let entry = 0; entry < 109; entry += 1) {
    const sector = file.readUInt32LE(76 + entry * 4);
    if (sector < END) tables.push(sector);
  }
  const after = (sector: number): number => {
    const table = tables[Math.floor(sector / (size / 4))];
    const place = table === undefined ? -1 : at(table) + (sector % (size / 4)) * 4;
    return place >= 0 && place + 4 <= file.length ? file.readUInt32LE(place) : 0xffffffff;
  };
  const starts = new Map<string, number>();
  let sector = file.readUInt32LE(48);
  for (let read = 0; sector < END && starts.size < NAMES; sector = after(sector)) {
    read += 1;
    if (at(sector) + size > file.length || read > NAMES) return null;
    for (let place = at(sector); place < at(sector) + size; place += 128) {
      const length = file.readUInt16LE(place + 64);
      if (length < 2 || length > 64) continue;
      const name = file.toString("utf16le", place, place + length - 2).toLowerCase();
      starts.set(name, file.readUInt32LE(place + 116));
    }
  }
  const word = starts.get("worddocument");
  const book = starts.get("workbook") ?? starts.get("book");
  const begins = (start: number) => (at(start) + 64 <= file.length ? at(start) : null);
  const wordAt = word === undefined ? null : begins(word);
  const bookAt = book === undefined ? null : begins(book);
  const secondRecord = bookAt === null ? null : bookAt + 4 + file.readUInt16LE(bookAt + 2);
  return {
    kind: wordAt !== null ? "doc" : bookAt !== null ? "xls" : null,
    isLocked:
      starts.has("encryptedpackage") ||
      // The flag of Word's first block; the record FilePass that follows the first one of Excel.
      (wordAt !== null && (file.readUInt16LE(wordAt + 10) & 0x0100) !== 0) ||
      (secondRecord !== null &&
        secondRecord + 2 <= file.length &&
        file.readUInt16LE(secondRecord) === 0x002f),
    hasMacros: ["macros", "_vba_project_cur", "_vba_project", "vba"].some((name) => starts.has(name)),
  };
}
