import type { TableCell } from "#platform/official-document/read/block.ts";
import { plainWords } from "./scope.ts";

export const textOf = ({ paragraphs }: TableCell): string =>
  paragraphs
    .map(({ text }) => text)
    .join(" ")
    .replace(/\s+/g, " ")
    .trim();

/** Which column of a list holds what. */
export interface Columns {
  code: number | null;
  name: number | null;
  oldCode: number | null;
  oldName: number | null;
}

/** How many rows of the table are its heads, and what they name. */
export interface Heads {
  columns: Columns;
  rows: number;
}

/** Heads are short; what is longer is a name. */
const LONGEST_HEAD = 90;
const MOST_HEAD_ROWS = 4;

const hasCode = (text: string): boolean => /\d\s?\.\s?\d{6}/.test(text);

/** "(1)", "2", "[3]" below the heads. */
const isNumbering = (row: TableCell[]): boolean => {
  const texts = row.map(textOf).filter((text) => text !== "");
  return (
    texts.length > 1 && texts.every((text, at) => text.replace(/[()[\]]/g, "").trim() === String(at + 1))
  );
};

/** Whether a row could be one of heads at all: words, none of them a name or a code. */
const mayBeHead = (row: TableCell[]): boolean =>
  row.every((cell) => {
    const text = textOf(cell);
    return text.length <= LONGEST_HEAD && !hasCode(text) && !/^\(?\d+\)?\.?$/.test(text);
  });

type Meaning = keyof Columns;

/** What a column is called, over all rows of its head. */
function meaningOf(head: string): Meaning | null {
  const words = plainWords(head);
  if (/van ban|vbqppl|thanh phan|mau don|co quan|can cu|qr/.test(words)) return null;
  const isOld = /\b(?:duoc|bi) thay the\b|\bbi (?:bai|huy) bo\b.*\bthay\b|\bcu\b/.test(words);
  const isName =
    /\bten\b/.test(words) ||
    /^(?:cac |danh muc )?(?:thu tuc hanh chinh|thu tuc|tthc)(?: hanh chinh)?(?: [(/].*)?$/.test(words);
  const isCode = /\bma\b|\bso ho so\b/.test(words);
  // "Tên thủ tục hành chính (mã số)" holds both.
  if (isName) return isOld ? "oldName" : "name";
  if (isCode) return isOld ? "oldCode" : "code";
  return null;
}

/** The heads with which a table of procedures begins; null: it lists none. */
export function headsOf(rows: TableCell[][]): Heads | null {
  let upTo = 0;
  while (upTo < Math.min(MOST_HEAD_ROWS, rows.length) && (mayBeHead(rows[upTo]!) || isNumbering(rows[upTo]!)))
    upTo += 1;
  // Rows that stand over procedures look like heads: only as many as name columns, and those that only go on with them.
  for (let count = 1; count <= upTo; count += 1) {
    const columns = columnsNamed(rows.slice(0, count));
    if (columns.code === null && columns.name === null) continue;
    let end = count;
    while (end < rows.length && (isNumbering(rows[end]!) || goesOn(rows[end]!))) end += 1;
    return { columns: columnsNamed(rows.slice(0, end).filter((row) => !isNumbering(row))), rows: end };
  }
  return null;
}

/** A second row of heads: some of its cells only continue those above. */
const goesOn = (row: TableCell[]): boolean =>
  row.some(({ continued }) => continued) && row.some(({ continued }) => !continued) && mayBeHead(row);

function columnsNamed(heads: TableCell[][]): Columns {
  const found: Columns = { code: null, name: null, oldCode: null, oldName: null };
  const width = Math.max(0, ...heads.flat().map(({ column, span }) => column + span));
  for (let column = 0; column < width; column += 1) {
    const over = heads.flatMap((row) => {
      const cell = cellAt(row, column);
      return cell ? [textOf(cell)] : [];
    });
    const meaning = meaningOf([...new Set(over)].join(" "));
    if (meaning) found[meaning] ??= column;
  }
  return found;
}

const cellAt = (row: TableCell[], column: number | null): TableCell | undefined =>
  column === null ? undefined : row.find((cell) => cell.column <= column && column < cell.column + cell.span);

/** What the row says in a column; "" for nothing. */
export const textAt = (row: TableCell[], column: number | null): string => {
  const cell = cellAt(row, column);
  return cell ? textOf(cell) : "";
};

/** Whether a row repeats the heads, as where a table goes over a page. */
export const repeatsHead = (row: TableCell[], head: TableCell[]): boolean =>
  row.map(textOf).join("|").toLowerCase() === head.map(textOf).join("|").toLowerCase();
