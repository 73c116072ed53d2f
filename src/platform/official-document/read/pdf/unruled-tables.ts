import type { Rule, Word } from "./page-marks.ts";
import type { RuledCell, RuledTable } from "./ruled-tables.ts";
import { type TextLine, textOf } from "./text-lines.ts";

/** Where a piece of a line or a column lies. */
interface Span {
  x0: number;
  x1: number;
}

interface Piece extends Span {
  words: Word[];
}

/** The columns of a table, and the lines that part them. */
export interface Grid {
  columns: Span[];
  edges: number[];
}

interface Row {
  line: TextLine;
  pieces: Piece[];
  /** The column of each piece; null for a line that runs over several columns. */
  columns: number[] | null;
}

/** What heads the column of numbers: it tells a table from other things that stand side by side. */
const counterHead = /^(?:s\.?t\.?t|tt|số tt|(?:số )?thứ tự|tự)\.?$/iu;
const counter = /^\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[IVXLC]{1,6}|[A-ZĐa-zđ])[.)]?$/u;
const beginsClause = /^(?:[IVXLC]{1,6}|\d{1,2}|[A-ZĐ])[./]\s|^(?:điều|phụ lục|nơi nhận|ghi chú)(?!\p{L})/iu;

/** Gaps in letter heights: where no space was printed, and where one was typed. */
const cellGap = 0.5;
const stretchedGap = 0.42;
const typedGap = 2.5;
/** The greatest distance of lines in a table, and of lines in the heading of a column, in letter heights. */
const rowGap = 5;
const headGap = 1.7;
const mostHeadLines = 10;
const headAtFoot = 3;
const pad = 4;

function parted(words: Word[], isGap: (from: number, to: number, word: Word) => boolean): Piece[] {
  const pieces: Piece[] = [];
  for (const word of words) {
    const last = pieces.at(-1);
    if (last && !isGap(last.x1, word.x0, word)) {
      last.words.push(word);
      last.x1 = Math.max(last.x1, word.x1);
    } else pieces.push({ x0: word.x0, x1: word.x1, words: [word] });
  }
  return pieces;
}

function piecesOf({ words, size }: TextLine): Piece[] {
  return parted(words, (from, to, word) => {
    const gap = to - from;
    return gap > typedGap * size || (gap > cellGap * size && !word.spaced);
  });
}

/** The pieces of a line of headings, which no measure stretches. */
function headPiecesOf({ words, size }: TextLine): Piece[] {
  return parted(words, (from, to) => to - from > cellGap * size);
}

/** A piece parted where the space between two columns lies in one of its own. */
function partedByColumns(piece: Piece, columns: Span[], size: number): Piece[] {
  return parted(piece.words, (from, to) => {
    if (to - from < stretchedGap * size) return false;
    return columns.slice(1).some(({ x0 }, at) => from < x0 + 1 && to > columns[at]!.x1 - 1);
  });
}

const overlaps = (a: Span, b: Span) => a.x0 < b.x1 && b.x0 < a.x1;
const wordsOf = ({ words }: Piece) => words.map(({ text }) => text).join(" ");

/** The columns that the lines of a head stand in; headings over several columns are passed over. */
function columnsOf(head: Piece[][]): Span[] {
  const single = head
    .flat()
    .filter((piece) =>
      head.every((line) => line.includes(piece) || line.filter((other) => overlaps(other, piece)).length < 2),
    );
  const columns: Span[] = [];
  for (const { x0, x1 } of single.sort((a, b) => a.x0 - b.x0)) {
    const last = columns.at(-1);
    if (last && x0 < last.x1) last.x1 = Math.max(last.x1, x1);
    else columns.push({ x0, x1 });
  }
  return columns;
}

/** The column of each piece; null when one stands in several. What stands between two goes to the nearer. */
function placesOf(pieces: Piece[], columns: Span[]): number[] | null {
  const places: number[] = [];
  for (const piece of pieces) {
    const over = columns.flatMap((column, at) => (overlaps(column, piece) ? [at] : []));
    if (over.length > 1) return null;
    const distance = (at: number) =>
      Math.min(Math.abs(columns[at]!.x0 - piece.x1), Math.abs(piece.x0 - columns[at]!.x1));
    places.push(over[0] ?? columns.reduce((best, _, at) => (distance(at) < distance(best) ? at : best), 0));
  }
  return new Set(places).size === places.length ? places : null;
}

/** Where the head of a table that begins with "STT" stands in the lines, and its first numbered row. */
function headAt(lines: TextLine[], seed: number): { from: number; first: number } | null {
  const [number] = headPiecesOf(lines[seed]!);
  if (!number || !counterHead.test(wordsOf(number))) return null;
  let from = seed;
  while (from > 0 && seed - from < mostHeadLines) {
    const [above, below] = [lines[from - 1]!, lines[from]!];
    if (below.y - above.y > headGap * below.size) break;
    // "Số" over "TT".
    if (above.x0 < number.x1 && !/^số( thứ)?$/i.test(wordsOf(headPiecesOf(above)[0]!))) break;
    from -= 1;
  }
  const last = Math.min(lines.length - 1, seed + mostHeadLines);
  for (let first = seed + 1; first <= last; first += 1) {
    const piece = headPiecesOf(lines[first]!)[0]!;
    if (piece.x0 < number.x1 + pad && counter.test(wordsOf(piece))) return { from, first };
    if (piece.x0 < number.x1) return null;
  }
  // The rows may begin on the next page.
  return lines.length - seed <= headAtFoot ? { from, first: lines.length } : null;
}

/** The lines of the table from its head on, each with the columns that it stands in. */
function rowsFrom(lines: TextLine[], from: number, first: number, columns: Span[]): Row[] {
  const rows: Row[] = [];
  const placed = (line: TextLine): Row => {
    const pieces = piecesOf(line).flatMap((piece) => partedByColumns(piece, columns, line.size));
    return { line, pieces, columns: placesOf(pieces, columns) };
  };
  const isNumbered = ({ pieces, columns: places }: Row) =>
    places?.[0] === 0 && counter.test(wordsOf(pieces[0]!));
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at]!;
    if (at > from && line.y - lines[at - 1]!.y > rowGap * line.size) break;
    const row = placed(line);
    if (row.columns === null && at >= first) {
      // A line over several columns names a group when numbered rows follow; else the table has ended.
      const next = lines.slice(at + 1, at + 5).map(placed);
      const numbered = next.findIndex(isNumbered);
      if (numbered < 0 || next.slice(0, numbered).some(({ columns: places }) => places === null)) break;
    }
    for (const [index, place] of (row.columns ?? []).entries()) {
      const column = columns[place]!;
      column.x0 = Math.min(column.x0, row.pieces[index]!.x0);
      column.x1 = Math.max(column.x1, row.pieces[index]!.x1);
    }
    rows.push(row);
  }
  return rows;
}

/** Takes off what follows the table and happens to fit into one of its columns. */
function withoutTail(rows: Row[]): Row[] {
  const pitches = rows
    .slice(1)
    .map(({ line }, at) => line.y - rows[at]!.line.y)
    .filter((pitch) => pitch > 0.9 * rows[0]!.line.size)
    .sort((a, b) => a - b);
  const pitch = pitches[0] ?? 0;
  const lastFull = rows.findLastIndex(({ columns }) => columns !== null && columns.length > 1);
  let end = lastFull + 1;
  while (
    end < rows.length &&
    rows[end]!.line.y - rows[end - 1]!.line.y < pitch * 1.12 &&
    Math.abs(rows[end]!.line.size - rows[lastFull]!.line.size) < 0.5 &&
    !beginsClause.test(textOf(rows[end]!.line))
  )
    end += 1;
  return rows.slice(0, end);
}

/**
 * The first line of each row of the table: between two numbers a row ends at the widest space or at a rule. A table
 * that goes on may begin with the rest of a row of the page before.
 */
function startsOf(rows: Row[], across: Rule[], goesOn: boolean): number[] {
  const anchors = rows.flatMap(({ columns }, at) => (columns === null || columns[0] === 0 ? [at] : []));
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

function tableOf(rows: Row[], { columns, edges }: Grid, across: Rule[], goesOn: boolean): RuledTable {
  const starts = startsOf(rows, across, goesOn);
  const top = (at: number) => rows[at]!.line.y - rows[at]!.line.size;
  const bottom = rows.at(-1)!.line.y + 0.3 * rows.at(-1)!.line.size;
  const cells: RuledCell[] = [];
  for (const [row, start] of starts.entries()) {
    const own = rows.slice(start, starts[row + 1] ?? rows.length);
    const across = own.find(({ columns: places }) => places === null);
    const of = (column: number) =>
      own.flatMap(({ pieces, columns: places }) =>
        places === null
          ? pieces.filter((piece) => columns.findIndex((each) => overlaps(each, piece)) === column)
          : pieces.filter((_, at) => places[at] === column),
      );
    for (let column = 0; column < columns.length; ) {
      const pieces = of(column);
      const widest = across?.pieces.find((piece) => pieces.includes(piece));
      const last = widest ? columns.findLastIndex((each) => overlaps(each, widest)) : column;
      cells.push({
        row,
        rows: 1,
        column,
        columns: last - column + 1,
        x0: columns[column]!.x0 - pad,
        x1: columns[last]!.x1 + pad,
        words: pieces.flatMap(({ words }) => words),
      });
      column = last + 1;
    }
  }
  return { top: top(0), bottom, edges, levels: [...starts.map(top), bottom], cells };
}

function gridOf(heads: Span[]): Grid {
  const edges = heads.slice(1).map((head, at) => (heads[at]!.x1 + head.x0) / 2);
  return {
    columns: heads.map((column) => ({ ...column })),
    edges: [heads[0]!.x0 - pad, ...edges, heads.at(-1)!.x1 + pad],
  };
}

/** The rows at the top of a page that go on with the table at the foot of the page before; none when it has ended. */
function rowsGoingOn(lines: TextLine[], { columns }: Grid): Row[] {
  if (lines.slice(0, mostHeadLines).some((_, at) => headAt(lines, at)?.from === 0)) return [];
  const rows = withoutTail(rowsFrom(lines, 0, 0, columns));
  const numbered = rows.some(
    ({ pieces, columns: places }) =>
      places !== null && places.length > 1 && places[0] === 0 && counter.test(wordsOf(pieces[0]!)),
  );
  return numbered ? rows : [];
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
  const further = above ? rowsGoingOn(lines, above) : [];
  if (above && further.length > 0) {
    tables.push(tableOf(further, above, across, true));
    open = above;
  }
  for (let at = further.length; at < lines.length; at += 1) {
    const head = headAt(lines, at);
    const heads = head ? columnsOf(lines.slice(head.from, head.first).map(headPiecesOf)) : [];
    if (!head || heads.length < 3) {
      others.push(lines[at]!);
      open = null;
      continue;
    }
    const grid = gridOf(heads);
    const rows = withoutTail(rowsFrom(lines, head.from, head.first, grid.columns));
    others.length -= at - head.from;
    tables.push(tableOf(rows, grid, across, false));
    open = grid;
    at = head.from + rows.length - 1;
  }
  return { tables, others, open };
}
