import { overlaps, type Piece, type Span, wordsOf } from "./line-pieces.ts";
import type { Rule } from "./page-marks.ts";
import type { RuledCell, RuledTable } from "./ruled-tables.ts";
import { type TextLine, textOf, unfinished } from "./text-lines.ts";
import { beginsWithHead, headAt } from "./unruled-heads.ts";
import { goesOnBelow, isNumbered, type RowLine, restOfRow, rowsFrom, withoutTail } from "./unruled-rows.ts";

/** The columns of a table, the lines that part them, and the lines of its head. */
export interface Grid {
  columns: Span[];
  edges: number[];
  head: string[];
}

const pad = 4;

/**
 * The first line of each row of the table: between two numbers a row ends at the widest space or at a rule. A table
 * that goes on may begin with the rest of a row of the page before; else its first `heads` lines are its head.
 */
function startsOf(rows: RowLine[], across: Rule[], heads: number | null): number[] {
  const goesOn = heads === null;
  const anchors = rows.flatMap(({ columns }, at) =>
    columns?.[0] === 0 || (columns === null && at >= (heads ?? 0)) || (at === 0 && !goesOn) ? [at] : [],
  );
  const starts = [0];
  for (const [index, anchor] of anchors.entries()) {
    if (anchor === 0 || (index === 0 && !goesOn)) continue;
    let best = anchor;
    let widest = 0;
    for (let at = (anchors[index - 1] ?? 0) + 1; at <= anchor; at += 1) {
      const [above, below] = [rows[at - 1]!.line, rows[at]!.line];
      const ruled = across.some(
        (rule) =>
          rule.at > above.y && rule.at < below.y && rule.to - rule.from > 0.5 * Math.abs(above.x1 - above.x0),
      );
      const space = below.y - above.y + (ruled ? 1000 : 0);
      if (space >= widest - 0.3) {
        best = at;
        widest = Math.max(space, widest);
      }
    }
    // Lines of cells that stand in the middle of their row lie closer.
    if (index > 0 || widest > 1.1 * rows[0]!.line.size) starts.push(best);
  }
  return starts;
}

/** The pieces of a row by the column that they begin in. */
function piecesByColumn(own: RowLine[], columns: Span[]): Piece[][] {
  return columns.map((_, column) =>
    own.flatMap(({ pieces, columns: places }) =>
      places === null
        ? pieces.filter((piece) => columns.findIndex((each) => overlaps(each, piece)) === column)
        : pieces.filter((_piece, at) => places[at] === column),
    ),
  );
}

/** A head without what stands over several columns that have headings of their own. */
function withoutUpperHeads(head: RowLine[], columns: Span[]): RowLine[] {
  const all = head.flatMap(({ pieces }) => pieces);
  const under = (piece: Piece) => columns.filter((column) => overlaps(column, piece));
  const alone = all.filter((piece) => under(piece).length < 2);
  return head.map((row) => {
    if (row.columns !== null) return row;
    const pieces = row.pieces.filter(
      (piece) =>
        alone.includes(piece) ||
        !under(piece).every((column) => alone.some((heading) => overlaps(column, heading))),
    );
    return { ...row, pieces };
  });
}

/** Gives back to the cell above what its text over several rows has left in the cell below. */
function joinOverRows(cells: Piece[][][], columns: Span[]): void {
  for (const [row, own] of cells.entries())
    for (let column = 2; column < columns.length; column += 1) {
      const [last, first] = [cells[row - 1]?.[column]?.at(-1), own[column]?.[0]];
      if (!last || !first || !takesUp(last, first, columns[column]!)) continue;
      cells[row - 1]![column]!.push(...own[column]!);
      own[column] = [];
    }
}

/** Whether a piece begins in the middle of what the piece above has not ended. */
function takesUp(above: Piece, below: Piece, column: Span): boolean {
  const text = wordsOf(below);
  if (unfinished.test(wordsOf(above))) return /^[\p{L}\d]/u.test(text);
  const begins = /^\p{Ll}/u.test(text) || (/^[-–] \p{Lu}/u.test(text) && !/^[-–]/.test(wordsOf(above)));
  return begins && goesOnBelow(above, below, column, below.words[0]!.size);
}

function tableOf(
  rows: RowLine[],
  { columns, edges }: Grid,
  across: Rule[],
  heads: number | null,
): RuledTable {
  const starts = startsOf(rows, across, heads);
  const top = (at: number) => rows[at]!.line.y - rows[at]!.line.size;
  const bottom = rows.at(-1)!.line.y + 0.3 * rows.at(-1)!.line.size;
  const lines = starts.map((start, row) => rows.slice(start, starts[row + 1] ?? rows.length));
  if (heads !== null && lines[0]!.length <= heads) lines[0] = withoutUpperHeads(lines[0]!, columns);
  const held = lines.map((own) => piecesByColumn(own, columns));
  joinOverRows(held, columns);
  const cells: RuledCell[] = [];
  for (const [row, pieces] of held.entries()) {
    const across = lines[row]!.find(({ columns: places }) => places === null);
    for (let column = 0; column < columns.length; ) {
      const widest = across?.pieces.find((piece) => pieces[column]!.includes(piece));
      const last = widest ? columns.findLastIndex((each) => overlaps(each, widest)) : column;
      cells.push({
        row,
        rows: 1,
        column,
        columns: last - column + 1,
        x0: columns[column]!.x0 - pad,
        x1: columns[last]!.x1 + pad,
        words: pieces[column]!.flatMap(({ words }) => words),
      });
      column = last + 1;
    }
  }
  return { top: top(0), bottom, edges, levels: [...starts.map(top), bottom], cells, ruled: false };
}

function gridOf(heads: Span[], head: TextLine[]): Grid {
  const edges = heads.slice(1).map((each, at) => (heads[at]!.x1 + each.x0) / 2);
  return {
    columns: heads.map((column) => ({ ...column })),
    edges: [heads[0]!.x0 - pad, ...edges, heads.at(-1)!.x1 + pad],
    head: head.map(textOf),
  };
}

/** How many lines at the top of a page repeat the head of the table. */
function repeatedHead(lines: TextLine[], { head }: Grid): number {
  return head.every((text, at) => lines[at] && textOf(lines[at]) === text) ? head.length : 0;
}

/** The rows at the top of a page that go on with the table at the foot of the page before; none when it has ended. */
function rowsGoingOn(lines: TextLine[], { columns }: Grid): RowLine[] {
  if (beginsWithHead(lines)) return [];
  const before = columns.map((column) => ({ ...column }));
  const rows = rowsFrom(lines, 0, 0, columns);
  const numbered = rows.some((row) => isNumbered(row) && row.pieces.length > 1);
  return numbered ? withoutTail(rows, columns) : restOfRow(rows, before);
}

/**
 * Finds in the lines of a page tables that no ruling lines part: a head that begins with "STT" or "TT" over numbered
 * rows, whose cells stand in columns. Gives them beside the lines that are in none. `before` is the grid of the table
 * that ends the page before, `open` that of the one that ends this page.
 */
export function unruledTables(
  lines: TextLine[],
  across: Rule[],
  before: Grid | null,
): { tables: RuledTable[]; others: TextLine[]; open: Grid | null } {
  const tables: RuledTable[] = [];
  const others: TextLine[] = [];
  let open: Grid | null = null;
  const above = before && { ...before, columns: before.columns.map((column) => ({ ...column })) };
  const again = above ? repeatedHead(lines, above) : 0;
  const further = above ? rowsGoingOn(lines.slice(again), above) : [];
  if (above && further.length > 0) {
    tables.push(tableOf(further, above, across, null));
    open = above;
  }
  for (let at = further.length > 0 ? again + further.length : 0; at < lines.length; at += 1) {
    const head = headAt(lines, at);
    if (!head) {
      others.push(lines[at]!);
      open = null;
      continue;
    }
    const { from, first } = head;
    const grid = gridOf(head.columns, lines.slice(from, first));
    const rows = withoutTail(rowsFrom(lines, from, first, grid.columns), grid.columns, first - from);
    others.length -= at - from;
    tables.push(tableOf(rows, grid, across, first - from));
    open = grid;
    at = from + rows.length - 1;
  }
  return { tables, others, open };
}
