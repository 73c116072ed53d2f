import { tableOnClipboard } from "#ui/sheets/pasted-table.ts";
import type { Row, Template } from "../../contract.ts";

const unquoted = (cell: string) => (/^".*"$/su.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell);

/** The cells of a table on the clipboard; null when what lies there is no table. */
export function cellsOnClipboard(clipboard: DataTransfer): string[][] | null {
  const plain = clipboard.getData("text/plain");
  const table =
    tableOnClipboard(clipboard.getData("text/html")) ?? (/[\t\n]/u.test(plain.trim()) ? plain : null);
  if (table === null) return null;
  return table
    .split(/\r?\n/u)
    .filter((line) => line.trim() !== "")
    .map((line) => line.split("\t").map((cell) => unquoted(cell).trim()));
}

const same = (one: string, other: string) => one.toLocaleLowerCase("vi") === other.toLocaleLowerCase("vi");

/** The rows with pasted cells put in from this cell on, and how many came in; a line of the columns' own names is no row. */
export function withPasted(
  { columns }: Template,
  rows: Row[],
  cells: string[][],
  from: { row: number; column: number },
): { rows: Row[]; pasted: number } {
  const [first = []] = cells;
  const isHead = columns.some(({ label }) => first.some((cell) => same(cell, label)));
  const pasted = isHead ? cells.slice(1) : cells;
  const changed = [...rows];
  for (const [down, line] of pasted.entries()) {
    const row: Record<string, string> = { ...changed[from.row + down] };
    for (const [across, words] of line.entries()) {
      const column = columns[from.column + across];
      if (column) row[column.name] = words;
    }
    changed[from.row + down] = row;
  }
  return { rows: changed, pasted: pasted.length };
}

export const isEmptyRow = (row: Row): boolean => Object.values(row).every((words) => words.trim() === "");
