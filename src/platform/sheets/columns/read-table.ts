import { UnreadableDocument } from "#platform/official-document/read/unreadable-document.ts";
import { unaccent } from "#platform/text/unaccent.ts";
import { tooLargeList } from "../rows/refusals.ts";
import { type RowCell, rowLimits } from "../rows/row-visitor.ts";
import { visitRows } from "../rows/visit-rows.ts";
import { type Column, headKey, knownHeads } from "./column.ts";
import {
  explainsColumns,
  type FoundHeads,
  findHeads,
  HEADS_WITHIN,
  type HeadRow,
  type SaidOfHeads,
} from "./find-heads.ts";
import { cellText, cleanCell } from "./read-values.ts";

/** A table that systems export, and what it cannot be read without. */
export interface TableKind<Key extends string> {
  /** In words: "danh mục thủ tục". */
  name: string;
  columns: readonly Column<Key>[];
  /** A row of heads names two of these. */
  heads: readonly Key[];
  /** A table without one of these is refused. */
  required: readonly Key[];
  /** Without it a row that begins like a footer is one. */
  code: Key;
  /** How each required column is called. */
  words: Partial<Record<Key, string>>;
  /** Never taken from the file. */
  personal?: ReadonlySet<Key>;
}

export type SkippedBecause = "footer" | "head-again" | "heading" | "column-numbers";

/** How a person reads the table; what is left out is found by itself. */
export interface TableChoice<Key extends string> {
  sheet?: string | undefined;
  /** Number of the first row with heads. */
  headerLine?: number | undefined;
  /** By column: what it holds, or "" for nothing that is taken. */
  columns?: (Key | "")[] | undefined;
  heads?: SaidOfHeads | undefined;
  /** The columns can still be matched by hand: a table that lacks one is told of, none of its rows is read. */
  toBeMatched?: boolean | undefined;
}

export interface TableFacts<Key extends string> {
  sheet: string;
  /** Every sheet of the file. */
  sheets: string[];
  from1904: boolean;
  /** The first row of the heads; 0 where the names of the columns stand with each row. */
  headerLine: number;
  /** `guessed`: what it would be taken for if nobody had said anything of it. */
  columns: { header: string; field: Key | null; guessed: Key | null }[];
  /** Required columns that no head names; only where they can still be matched. */
  lacking: Key[];
  skipped: { row: number; why: SkippedBecause }[];
}

/** A row of the table: what a column holds. */
export type TableRow<Key extends string> = (key: Key) => RowCell;

const footerWords = /^(?:tong|cong|ghi chu|nguoi lap|nguoi tong hop|noi nhan|thu truong|luu y)\b/u;

const isFooterText = (text: string): boolean => {
  const first = text.charCodeAt(0) | 32;
  // t, c, g, n, l: anything else begins no footer.
  return (
    (first === 116 || first === 99 || first === 103 || first === 110 || first === 108) &&
    footerWords.test(unaccent(text.slice(0, 40)).toLowerCase())
  );
};

/** How many skipped rows are named one by one. */
const MOST_NAMED = 1_000;

/** Where no row names what such a table has, the one with most words in it is where a person begins to match. */
function fromWordiest(rows: HeadRow[]): HeadRow[] {
  const words = ({ texts }: HeadRow) => new Set(texts.filter((text) => /\p{L}/u.test(text))).size;
  const most = Math.max(...rows.map(words));
  return rows.slice(rows.findIndex((row) => words(row) === most));
}

/**
 * Reads the first sheet that has a row of heads, row by row; `choice` is how a person reads it.
 * Throws UnreadableDocument for a file that is refused, naming the columns that it lacks.
 */
export async function readTable<Key extends string>(
  kind: TableKind<Key>,
  bytes: Uint8Array,
  row: (line: number, cells: TableRow<Key>, facts: TableFacts<Key>) => void,
  choice: TableChoice<Key> = {},
): Promise<TableFacts<Key>> {
  const { said, sheets }: { said: SaidOfHeads; sheets: string[] } = {
    said: choice.heads ?? new Map(),
    sheets: [],
  };
  const known = knownHeads(kind.columns);
  let facts: TableFacts<Key> | null = null;
  let places = new Map<Key, number>();
  let name = "";
  let from1904 = false;
  let before: { line: number; cells: RowCell[] }[] = [];
  let done = false;
  let rows = 0;
  let current: RowCell[] = [];
  const cellAt: TableRow<Key> = (key) => {
    const place = places.get(key);
    return place === undefined ? undefined : current[place];
  };
  let fields: (Key | null)[] = [];
  let codePlace = -1;
  const unnamed: { name: string; rows: HeadRow[] }[] = [];

  const skip = (line: number, why: SkippedBecause) => {
    if (facts!.skipped.length < MOST_NAMED) facts!.skipped.push({ row: line, why });
  };

  const isHeadOfCode = (text: string): boolean =>
    known.get(headKey(text))?.key === kind.code ||
    facts!.columns[codePlace]!.header.split(" / ").some((head) => headKey(head) === headKey(text));

  const take = (line: number, cells: RowCell[]) => {
    let first = -1;
    let written = 0;
    for (let at = 0; at < cells.length; at += 1) {
      const cell = cells[at];
      if (cell === undefined || cell === "" || (typeof cell === "string" && cell.trim() === "")) continue;
      if (first < 0) first = at;
      written += 1;
      if (written > 1) break;
    }
    if (written === 0) return;
    const start = cells[first];
    const code = codePlace < 0 ? undefined : cells[codePlace];
    const codeText = code === undefined ? "" : cleanCell(cellText(code));
    const begins = typeof start === "string" ? cleanCell(start) : "";
    if (isFooterText(begins) && (codeText === "" || first === codePlace)) return skip(line, "footer");
    if (codeText !== "" && !/\d/u.test(codeText) && isHeadOfCode(codeText)) return skip(line, "head-again");
    if (codeText === "" && written === 1 && fields[first] === null && begins !== "")
      return skip(line, "heading");
    if (line <= facts!.headerLine + 6 && explainsColumns(cells.map((cell) => cellText(cell).trim())))
      return skip(line, "column-numbers");
    rows += 1;
    if (rows > rowLimits.rows) throw tooLargeList();
    current = cells;
    row(line, cellAt, facts!);
  };

  /** Whether the table has all that it needs. */
  const settle = (found: FoundHeads<Key>): boolean => {
    const chosen = choice.columns ? found.headers.map((_, at) => choice.columns![at] || null) : found.fields;
    fields = chosen.map((field) => (field && kind.personal?.has(field) ? null : field));
    const lacking = kind.required.filter((key) => !chosen.includes(key));
    if (lacking.length > 0 && !choice.toBeMatched) throw lacks(kind, lacking, name);
    facts = {
      ...{ sheet: name, sheets, from1904, headerLine: found.line, lacking, skipped: [] },
      columns: found.headers.map((header, at) => ({
        ...{ header, field: chosen[at] ?? null, guessed: found.guessed[at] ?? null },
      })),
    };
    done = lacking.length > 0;
    if (done) return false;
    places = new Map(fields.flatMap((field, at) => (field ? [[field, at] as const] : [])));
    codePlace = places.get(kind.code) ?? -1;
    for (const { line, cells } of before.slice(found.upTo)) take(line, cells);
    before = [];
    return true;
  };

  /** Looks for the heads in what has been kept of the sheet. */
  const look = (): boolean => {
    const heads = before.map(
      ({ line, cells }): HeadRow => ({ line, texts: cells.map((cell) => cleanCell(cellText(cell))) }),
    );
    const fromFirst = choice.headerLine !== undefined && heads[0]?.line === choice.headerLine;
    const found = findHeads(known, kind.heads, heads, { said, fromFirst });
    if (found) settle(found);
    else {
      unnamed.push({ name, rows: heads });
      before = [];
    }
    return found !== null;
  };

  await visitRows(bytes, {
    sheet: (sheet, known1904) => {
      if (!facts && before.length > 0) look();
      sheets.push(sheet);
      done ||= facts !== null;
      name = sheet;
      from1904 = known1904.from1904;
      return !done && (choice.sheet === undefined || choice.sheet === sheet);
    },
    row: (line, cells) => {
      if (facts) {
        if (!done) take(line, cells);
        return !done;
      }
      if (cells.every((cell) => cell === undefined || cell === "")) return true;
      if (line < (choice.headerLine ?? 0)) return true;
      before.push({ line, cells });
      return before.length < HEADS_WITHIN + 5 || (look() && !done);
    },
  });
  if (!facts && before.length > 0) look();
  const [first] = unnamed;
  if (!facts && choice.toBeMatched && first) {
    name = first.name;
    const found = findHeads(known, kind.heads, fromWordiest(first.rows), { said, fromFirst: true })!;
    // Whoever names the columns names the row with the heads as well.
    if (settle(found)) throw lacks(kind, kind.required, null);
  }
  if (!facts) throw lacks(kind, kind.required, null);
  return facts;
}

function lacks<Key extends string>(
  { name, words }: TableKind<Key>,
  keys: readonly Key[],
  sheet: string | null,
): UnreadableDocument {
  const named = keys.map((key) => `“${words[key] ?? key}”`).join(", ");
  return new UnreadableDocument(
    "unknown-type",
    sheet === null
      ? `Không tìm thấy dòng tiêu đề của ${name} (cần các cột ${named}) nên chưa đọc dòng nào; hãy kiểm tra lại tệp.`
      : `Bảng “${sheet}” thiếu cột ${named} nên chưa đọc dòng nào; hãy thêm cột rồi thử lại.`,
  );
}
