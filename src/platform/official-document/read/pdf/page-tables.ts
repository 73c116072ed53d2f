import type { Table, TableCell } from "../block.ts";
import { groupLines, type Measure, paragraphOf, type SetLine } from "./paragraphs.ts";
import type { RuledTable } from "./ruled-tables.ts";
import { linesOfWords, type TextLine, textOf, unfinished } from "./text-lines.ts";

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
  ruled: boolean;
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
export function openTable({ edges, levels, cells, ruled }: RuledTable, page: number): OpenTable {
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
  return { edges, page, rows, ruled };
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
  // Under a number over several rows the next row, too, begins with an empty cell.
  const under = before[0]!.rows > 1 || row[0]!.rows > 1;
  return (
    usuallyNumbered &&
    before.length === row.length &&
    isFilled(before[0]!) &&
    !isFilled(row[0]!) &&
    filled.length > 0 &&
    row.every((cell, at) => cell.span === before[at]!.span && (!isFilled(cell) || isFilled(before[at]!))) &&
    !(under && filled.every((cell) => /^[^\p{L}]*\p{Lu}/u.test(wordsOf(cell))))
  );
}

/** Puts cells in the places of others. */
function replaceCells(rows: OpenCell[][], by: Map<OpenCell, OpenCell>): void {
  for (const row of rows) for (const [at, cell] of row.entries()) row[at] = by.get(cell) ?? cell;
}

/** How many rows tell whether cells of a column are ever left empty. */
const rowsToTell = 200;

/** The columns in which cells cover several rows and none is empty: there an empty one belongs to the one above. */
function mergingColumns(rows: OpenCell[][], except: Set<OpenCell>): Set<number> {
  const [merging, gaps] = [new Set<number>(), new Set<number>()];
  for (const cell of rows.slice(-rowsToTell).flat()) {
    if (!isFilled(cell)) {
      if (!except.has(cell)) gaps.add(cell.column);
    } else if (cell.rows > 1) merging.add(cell.column);
  }
  return merging.difference(gaps);
}

/** Joins cells that the page break has cut, and that are empty below it or go on there in the middle of a name. */
function mergeOver(above: OpenCell[][], rows: OpenCell[][]): void {
  const first = rows[0]!;
  const filled = first.filter(isFilled).length;
  const cut = new Map(above.at(-1)!.map((cell) => [cell.column, cell]));
  const top = new Set(above[0]);
  const head = above.findIndex((row) => !row.some((cell) => top.has(cell)));
  const body = head < 0 ? [] : above.slice(head);
  // The title of a group leaves cells empty that nothing is merged into.
  const merging =
    filled * 2 > first.length ? mergingColumns([...body, ...rows], new Set(first)) : new Set<number>();
  const by = new Map<OpenCell, OpenCell>();
  for (const empty of first) {
    const cell = cut.get(empty.column);
    if (filled === 0 || !cell || cell.span !== empty.span || !isFilled(cell)) continue;
    // The break may also cut the words of a cell over several rows.
    const parted = merging.has(empty.column) && unfinished.test(wordsOf(cell));
    if (isFilled(empty) && !parted) continue;
    if (cell.rows < 2 && empty.rows < 2 && !merging.has(empty.column)) continue;
    cell.lines.push(...empty.lines);
    cell.rows += empty.rows;
    by.set(empty, cell);
  }
  replaceCells(rows, by);
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
    const [rest] = rows.splice(0, 1);
    for (const [at, cell] of rest!.entries()) {
      last[at]!.lines.push(...cell.lines);
      last[at]!.rows += cell.rows - 1;
    }
    replaceCells(rows, new Map(rest!.map((cell, at) => [cell, last[at]!])));
  } else if (rows.length > 0) mergeOver(first.rows, rows);
  first.rows.push(...rows);
  first.page = second.page;
  return true;
}

/** The table as a block; `next` gives each paragraph its position. */
export function tableOf({ rows, ruled }: OpenTable, next: () => number): Table {
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
  return { kind: "table", index: index ?? next(), rows: finished, ...(!ruled && { ruled }) };
}
