import type { Table, TableCell } from "../block.ts";
import { groupLines, type Measure, paragraphOf, type SetLine } from "./paragraphs.ts";
import type { RuledTable } from "./ruled-tables.ts";
import { linesOfWords, type TextLine, textOf } from "./text-lines.ts";

interface OpenCell {
  column: number;
  span: number;
  /** How many rows of its page it covers. */
  rows: number;
  lines: SetLine[];
}

/** A table that may go on on the next page. */
export interface OpenTable {
  edges: number[];
  page: number;
  rows: OpenCell[][];
}

const usualPad = 4;
/** Word processors leave up to this between a rule and the text of its cell. */
const widestPad = 8;

/** The room between a rule and the text: what most lines begin with, in the middle of whose cells none can be seen. */
function padOf(pads: number[]): number {
  const seen = Map.groupBy(pads, (pad) => Math.round(pad * 2));
  const [half, alike] = [...seen].toSorted(([, a], [, b]) => b.length - a.length)[0] ?? [0, []];
  if (alike.length > 2 && alike.length * 2 > pads.length && half <= widestPad * 2) return half / 2;
  return Math.min(usualPad, ...pads);
}

/** The distance of lines inside paragraphs: most distances are of this kind, the others are greater. */
export function pitchOf(lines: TextLine[][]): number {
  const pitches = lines
    .flatMap((each) => each.slice(1).map((line, at) => line.y - each[at]!.y))
    .filter((pitch) => pitch > 2)
    .sort((a, b) => a - b);
  return pitches[Math.floor(pitches.length * 0.3)] ?? 0;
}

/** The rows of a ruled table; a cell that covers several rows is the same in each of them. */
export function openTable({ edges, levels, cells }: RuledTable, page: number): OpenTable {
  const lines = cells.map(({ words }) => linesOfWords(words));
  const pitch = pitchOf(lines);
  const pads = cells
    .flatMap((cell, at) => lines[at]!.map((line) => line.x0 - cell.x0))
    .filter((pad) => pad > 0.5);
  const pad = padOf(pads);
  const rows: OpenCell[][] = levels.slice(1).map(() => []);
  for (const [at, cell] of cells.entries()) {
    const measure: Measure = { left: cell.x0 + pad, right: cell.x1 - pad, pitch, setIn: false, cell: true };
    const made: OpenCell = {
      column: cell.column,
      span: cell.columns,
      rows: cell.rows,
      lines: lines[at]!.map((line) => ({ line, page, measure })),
    };
    for (let row = cell.row; row < cell.row + cell.rows; row += 1) rows[row]!.push(made);
  }
  for (const row of rows) row.sort((a, b) => a.column - b.column);
  return { edges, page, rows };
}

const wordsOf = (cell: OpenCell) => cell.lines.map(({ line }) => textOf(line)).join(" ");
const rowText = (row: OpenCell[]) => row.map((cell) => `${cell.column}:${wordsOf(cell)}`).join("|");
const isFilled = (cell: OpenCell) => cell.lines.length > 0;

/** How many rows at the top of the second table repeat those at the top of the first. */
function repeatedHead(first: OpenTable, second: OpenTable): number {
  const most = Math.min(4, first.rows.length, second.rows.length - 1);
  let count = 0;
  while (count < most && rowText(first.rows[count]!) === rowText(second.rows[count]!)) count += 1;
  return rowText(second.rows[0]!)
    .replace(/[\d:|]/g, "")
    .trim() === ""
    ? 0
    : count;
}

/** Whether a row only holds the rest of cells that the page before began. */
function isRest(before: OpenCell[], row: OpenCell[], usuallyNumbered: boolean): boolean {
  const filled = row.filter(isFilled);
  return (
    usuallyNumbered &&
    before.length === row.length &&
    isFilled(before[0]!) &&
    !isFilled(row[0]!) &&
    filled.length > 0 &&
    row.every((cell, at) => cell.span === before[at]!.span && (!isFilled(cell) || isFilled(before[at]!)))
  );
}

/** Lets a table at the top of a page go on with the one at the foot of the page before; false when it is another. */
export function goesOnWith(first: OpenTable, second: OpenTable): boolean {
  const alike =
    first.page + 1 === second.page &&
    first.edges.length === second.edges.length &&
    first.edges.every((edge, at) => Math.abs(edge - second.edges[at]!) < 4);
  if (!alike) return false;
  const rows = second.rows.slice(repeatedHead(first, second));
  const numbered = first.rows.filter((row) => isFilled(row[0]!)).length >= first.rows.length * 0.7;
  const last = first.rows.at(-1)!;
  if (rows.length > 0 && isRest(last, rows[0]!, numbered)) {
    for (const [at, cell] of rows[0]!.entries()) last[at]!.lines.push(...cell.lines);
    rows.shift();
  } else if (rows.length > 0 && isFilled(rows[0]![0]!)) {
    // A cell over several rows is printed once; on the next page its part is empty.
    for (const empty of rows[0]!.filter((cell) => !isFilled(cell))) {
      const above = last.find(({ column, span }) => column === empty.column && span === empty.span);
      if (!above || above.rows < 2 || !isFilled(above)) continue;
      for (const row of rows) {
        const at = row.indexOf(empty);
        if (at >= 0) row[at] = above;
      }
    }
  }
  first.rows.push(...rows);
  first.page = second.page;
  return true;
}

/** The table as a block; `next` gives each paragraph its position. */
export function tableOf({ rows }: OpenTable, next: () => number): Table {
  const made = new Map<OpenCell, TableCell>();
  let index: number | null = null;
  const finished = rows.map((row) =>
    row.map((cell): TableCell => {
      const above = made.get(cell);
      if (above) return { ...above, continued: true };
      const paragraphs = groupLines(cell.lines).map((group) => paragraphOf(group, next()));
      index ??= paragraphs[0]?.index ?? null;
      const written: TableCell = { paragraphs, column: cell.column, span: cell.span, continued: false };
      made.set(cell, written);
      return written;
    }),
  );
  return { kind: "table", index: index ?? next(), rows: finished };
}
