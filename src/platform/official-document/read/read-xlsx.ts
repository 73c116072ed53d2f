import { limits } from "./limits.ts";
import { type DocumentPackage, openPackage } from "./open-package.ts";
import { type Attributes, readXml } from "./read-xml.ts";
import { UnreadableDocument } from "./unreadable-document.ts";

/** A cell as a person sees it; of a formula its value as it was saved. */
export interface SheetCell {
  text: string;
  /** YYYY-MM-DD when the cell is formatted as a day. */
  day: string | null;
  /** Why there is nothing to read in it: the error that it shows, or a formula that was never worked out. */
  fault: string | null;
}

export interface SheetRow {
  /** The number at its left edge in Excel, from 1. */
  line: number;
  /** By column, from 0; a column without anything has none. */
  cells: Map<number, SheetCell>;
  /** It has a cell that was merged across three columns or more. */
  isBand: boolean;
}

export interface ReadSheet {
  name: string;
  rows: SheetRow[];
}

/** Bounds of a workbook; a list that people keep by hand stays far below each. */
export const sheetLimits = {
  fileBytes: 10 * 1024 * 1024,
  sheetBytes: 48 * 1024 * 1024,
  cells: 200_000,
  characters: 4_000_000,
  rows: 20_000,
  columns: 200,
  sheets: 50,
  merges: 20_000,
} as const;

export const tooLargeSheet = () =>
  new UnreadableDocument(
    "too-large",
    "Bảng tính lớn bất thường (quá 10 MB, quá nhiều dòng, ô hoặc nội dung) nên không được đọc; hãy chép riêng bảng cần nhập sang một tệp .xlsx mới rồi thử lại.",
  );
const damaged = () =>
  new UnreadableDocument(
    "damaged",
    "Bảng tính bị hỏng hoặc tải về chưa đủ nên không đọc được; hãy mở lại bằng Excel, lưu bản mới rồi thử lại.",
  );
export const noSheet = () =>
  new UnreadableDocument(
    "unknown-type",
    "Tệp này không phải bảng tính .xlsx hay CSV; hãy mở bằng Excel hoặc LibreOffice, lưu thành .xlsx rồi chọn lại.",
  );

/** Refusals of the package and of XML speak of Word; these say the same of a workbook. */
const inWordsOfSheets: Partial<Record<UnreadableDocument["code"], () => UnreadableDocument>> = {
  damaged,
  "too-large": tooLargeSheet,
  hostile: () =>
    new UnreadableDocument(
      "hostile",
      "Bảng tính có cấu trúc không an toàn nên không được đọc; hãy chép bảng cần nhập sang một tệp .xlsx mới rồi thử lại.",
    ),
  password: () =>
    new UnreadableDocument(
      "password",
      "Bảng tính được đặt mật khẩu nên không đọc được; hãy bỏ mật khẩu, lưu lại thành .xlsx rồi thử lại.",
    ),
};

export const tidyCell = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[\u00a0\u200b\ufeff]/gu, " ")
    .trim();

const startsWith = (bytes: Uint8Array, signature: number[]) =>
  signature.every((byte, at) => bytes[at] === byte);

function refuseOldBinary(bytes: Uint8Array): never {
  const encrypted = Buffer.from("EncryptedPackage", "utf16le");
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(encrypted))
    throw inWordsOfSheets.password!();
  throw new UnreadableDocument(
    "unknown-type",
    "Tệp thuộc định dạng Excel cũ (.xls) nên chưa đọc được; hãy mở bằng Excel, lưu thành .xlsx rồi chọn lại.",
  );
}

interface SheetPlace {
  name: string;
  part: string;
}

/** Where the visible sheets stand, in their order, and whether days are counted from 1904. */
export async function readWorkbook(
  source: DocumentPackage,
): Promise<{ places: SheetPlace[]; from1904: boolean }> {
  const named: { name: string; id: string }[] = [];
  let from1904 = false;
  await readXml(
    source,
    "xl/workbook.xml",
    {
      open: (tag, attributes) => {
        if (tag === "workbookPr") from1904 = ["1", "true"].includes(attributes.date1904 ?? "");
        if (tag !== "sheet" || (attributes.state ?? "visible") !== "visible") return;
        if (named.length >= sheetLimits.sheets) throw tooLargeSheet();
        named.push({ name: attributes.name ?? "", id: attributes.id ?? "" });
      },
      close: () => {},
      text: () => {},
    },
    null,
    limits.sidePartBytes,
  );
  const targets = new Map<string, string>();
  await readXml(
    source,
    "xl/_rels/workbook.xml.rels",
    {
      open: (tag, { Id, Target, TargetMode }) => {
        if (tag === "Relationship" && Id && Target && TargetMode !== "External")
          targets.set(Id, Target.startsWith("/") ? Target.slice(1) : `xl/${Target}`);
      },
      close: () => {},
      text: () => {},
    },
    null,
    limits.sidePartBytes,
  );
  const places = named.flatMap(({ name, id }) => {
    const part = targets.get(id);
    return part && source.has(part) ? [{ name, part }] : [];
  });
  return { places, from1904 };
}

async function readSharedStrings(source: DocumentPackage): Promise<string[]> {
  const strings: string[] = [];
  let current: string | null = null;
  let inText = false;
  let sounds = 0;
  let characters = 0;
  await readXml(
    source,
    "xl/sharedStrings.xml",
    {
      open: (tag) => {
        if (tag === "si") current = "";
        if (tag === "rPh") sounds += 1;
        inText = tag === "t" && sounds === 0;
      },
      close: (tag) => {
        if (tag === "rPh") sounds -= 1;
        if (tag === "t") inText = false;
        if (tag !== "si") return;
        if (strings.length >= sheetLimits.cells) throw tooLargeSheet();
        strings.push(current ?? "");
        current = null;
      },
      text: (text) => {
        if (!inText || current === null) return;
        characters += text.length;
        if (characters > sheetLimits.characters) throw tooLargeSheet();
        current += text;
      },
    },
    null,
    sheetLimits.sheetBytes,
  );
  return strings;
}

/** Whether a format shows a day: a d or y that is neither quoted, escaped nor within brackets. */
const showsDay = (code: string): boolean => /[dy]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./gu, ""));

/** Which cell styles show days. Numbers of formats as ECMA-376 18.8.30 gives them. */
export async function readDayStyles(source: DocumentPackage): Promise<boolean[]> {
  const own = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inCells = false;
  await readXml(
    source,
    "xl/styles.xml",
    {
      open: (tag, attributes) => {
        if (tag === "numFmt") own.set(Number(attributes.numFmtId), showsDay(attributes.formatCode ?? ""));
        if (tag === "cellXfs") inCells = true;
        if (tag !== "xf" || !inCells) return;
        const format = Number(attributes.numFmtId ?? 0);
        const builtIn =
          (format >= 14 && format <= 17) ||
          format === 22 ||
          (format >= 27 && format <= 36) ||
          (format >= 50 && format <= 58);
        styles.push(own.get(format) ?? builtIn);
      },
      close: (tag) => {
        if (tag === "cellXfs") inCells = false;
      },
      text: () => {},
    },
    null,
    limits.sidePartBytes,
  );
  return styles;
}

/** The day that a serial number of Excel means; null when it means none. Its 1900 has a 29 February that never was. */
export function serialDay(serial: number, from1904 = false): string | null {
  const whole = Math.floor(serial);
  if (!Number.isFinite(serial) || whole < 1 || whole > 2_958_465) return null;
  const first = from1904 ? "1904-01-01" : whole < 60 ? "1899-12-31" : "1899-12-30";
  return Temporal.PlainDate.from(first).add({ days: whole }).toString();
}

const shownDay = (day: string) => day.split("-").toReversed().join("/");

/** "AB12" → column 27, row 12; null when it is no name of a cell. */
function placeOf(reference: string): { column: number; line: number } | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/u.exec(reference) ?? [];
  if (!letters || !digits) return null;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { column, line: Number(digits) };
}

interface Merge {
  from: { column: number; line: number };
  to: { column: number; line: number };
}

/** A cell merged over rows says the same in each of them; one merged over columns makes its rows bands. */
function spread(rows: SheetRow[], merges: Merge[]): void {
  const byLine = new Map(rows.map((row) => [row.line, row]));
  let left = sheetLimits.cells;
  for (const { from, to } of merges) {
    const first = byLine.get(from.line);
    if (!first) continue;
    if (to.column - from.column >= 2) first.isBand = true;
    const cell = first.cells.get(from.column);
    if (!cell) continue;
    for (const { line, cells } of rows) {
      if (line <= from.line || line > to.line) continue;
      left -= 1;
      if (left < 0) throw tooLargeSheet();
      cells.set(from.column, cell);
    }
  }
}

async function readRows(
  source: DocumentPackage,
  part: string,
  known: { strings: string[]; dayStyles: boolean[]; from1904: boolean },
): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  const merges: Merge[] = [];
  let line = 0;
  let column = -1;
  let cell: Attributes = {};
  let value: string | null = null;
  let hasFormula = false;
  let reading = false;
  let cells = 0;
  let characters = 0;

  const seen = (): SheetCell | null => {
    const nothing = { text: "", day: null };
    if (value === null || value === "")
      return hasFormula ? { ...nothing, fault: "công thức chưa được tính" } : null;
    if (cell.t === "e") return { ...nothing, fault: `lỗi ${value}` };
    const plain = (text: string): SheetCell | null => {
      characters += text.length;
      if (characters > sheetLimits.characters) throw tooLargeSheet();
      const words = tidyCell(text);
      return words === "" ? null : { text: words, day: null, fault: null };
    };
    if (cell.t === "s") return plain(known.strings[Number(value)] ?? "");
    if (cell.t === "b") return plain(value === "1" ? "Có" : "Không");
    if (cell.t === "d") {
      const day = /^\d{4}-\d{2}-\d{2}/u.exec(value)?.[0] ?? null;
      return day ? { text: shownDay(day), day, fault: null } : plain(value);
    }
    if (cell.t === "str" || cell.t === "inlineStr") return plain(value);
    const number = Number(value);
    const day = known.dayStyles[Number(cell.s ?? 0)] ? serialDay(number, known.from1904) : null;
    return day ? { text: shownDay(day), day, fault: null } : plain(value);
  };

  await readXml(
    source,
    part,
    {
      open: (tag, attributes) => {
        if (tag === "row") {
          line = Number(attributes.r ?? line + 1);
          column = -1;
          if (rows.length >= sheetLimits.rows) throw tooLargeSheet();
          rows.push({ line, cells: new Map(), isBand: false });
        } else if (tag === "c") {
          cells += 1;
          if (cells > sheetLimits.cells) throw tooLargeSheet();
          cell = attributes;
          column = placeOf(attributes.r ?? "")?.column ?? column + 1;
          value = null;
          hasFormula = false;
        } else if (tag === "f") hasFormula = true;
        else if (tag === "v" || tag === "t") reading = true;
        else if (tag === "mergeCell") {
          if (merges.length >= sheetLimits.merges) throw tooLargeSheet();
          const [from, to] = (attributes.ref ?? "").split(":").map(placeOf);
          if (from && to) merges.push({ from, to });
        }
      },
      close: (tag) => {
        if (tag === "v" || tag === "t") reading = false;
        if (tag !== "c") return;
        const row = rows.at(-1);
        const shown = seen();
        if (row && shown && column < sheetLimits.columns) row.cells.set(column, shown);
      },
      text: (text) => {
        if (reading) value = (value ?? "") + text;
      },
    },
    null,
    sheetLimits.sheetBytes,
  );
  const written = rows.filter((row) => row.cells.size > 0);
  spread(written, merges);
  return written;
}

/**
 * Reads the visible sheets of an .xlsx: rows in which something stands, cells as they are seen. Formulas are never
 * worked out, links never followed, macros never looked at. Throws UnreadableDocument for what is empty, damaged,
 * locked, hostile, too large or no .xlsx.
 */
export async function readXlsx(bytes: Uint8Array): Promise<ReadSheet[]> {
  if (bytes.byteLength === 0)
    throw new UnreadableDocument("empty", "Tệp rỗng, không có gì để đọc; hãy chọn lại bảng tính.");
  if (bytes.byteLength > sheetLimits.fileBytes) throw tooLargeSheet();
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) refuseOldBinary(bytes);
  if (!startsWith(bytes, [0x50, 0x4b])) throw noSheet();
  try {
    const source = await openPackage(bytes);
    if (!source.has("xl/workbook.xml")) throw noSheet();
    const { places, from1904 } = await readWorkbook(source);
    const strings = await readSharedStrings(source);
    const dayStyles = await readDayStyles(source);
    const sheets: ReadSheet[] = [];
    for (const { name, part } of places)
      sheets.push({ name, rows: await readRows(source, part, { strings, dayStyles, from1904 }) });
    return sheets;
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    throw inWordsOfSheets[error.code]?.() ?? error;
  }
}
