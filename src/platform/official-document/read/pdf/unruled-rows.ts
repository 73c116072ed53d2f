import { overlaps, type Piece, piecesOf, type Span, wordsOf } from "./line-pieces.ts";
import { type TextLine, textOf, unfinished } from "./text-lines.ts";
import { counter } from "./unruled-heads.ts";

/** A line of a table without lines. */
export interface RowLine {
  line: TextLine;
  pieces: Piece[];
  /** The column of each piece; null for a line that runs over several columns. */
  columns: number[] | null;
}

/** What stands in the column of numbers beside numbers. */
const besideNumbers = /^(?:[-–+•*]|s\.?t\.?t|tt|số|thứ tự|tự|(?:tổng|cộng)(?!\p{L}).*)\.?$/iu;
const beginsClause = /^(?:[IVXLC]{1,6}|\d{1,2}|[A-ZĐ])[./]\s|^(?:điều|phụ lục|nơi nhận|ghi chú)(?!\p{L})/iu;

/** The greatest distance of lines in a table, and in one of its cells, in letter heights. */
const rowGap = 5;
const cellLineGap = 1.7;
/** The width of a space, in letter heights. */
const spaceWidth = 0.22;

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

const placed = (line: TextLine, columns: Span[]): RowLine => {
  const pieces = piecesOf(line, columns);
  return { line, pieces, columns: placesOf(pieces, columns) };
};

export const isNumbered = ({ pieces, columns }: RowLine) =>
  columns?.[0] === 0 && counter.test(wordsOf(pieces[0]!));

/** Whether a line stands in the columns of a row: in the first of them stand numbers, and what heads or sums up. */
function isOfRow(row: RowLine): boolean {
  if (row.columns === null) return false;
  return row.columns[0] !== 0 || isNumbered(row) || besideNumbers.test(wordsOf(row.pieces[0]!));
}

/** Whether a line over several columns bears the number of a group; its rows may stand on the next page. */
function isNumberedGroup({ pieces: [number, words, more] }: RowLine, columns: Span[]): boolean {
  if (!number || !words || more || !counter.test(wordsOf(number))) return false;
  return overlaps(number, columns[0]!) && isSet(words, columns[1]!);
}

/** The lines of a table from its head on, each with the columns that it stands in, which it may widen. */
export function rowsFrom(lines: TextLine[], from: number, first: number, columns: Span[]): RowLine[] {
  const rows: RowLine[] = [];
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at]!;
    if (at > from && line.y - lines[at - 1]!.y > rowGap * line.size) break;
    const row = placed(line, columns);
    if (at >= first && !isOfRow(row)) {
      // A line over several columns names a group when numbered rows follow; else the table has ended.
      const next = lines.slice(at + 1, at + 5).map((each) => placed(each, columns));
      const numbered = next.findIndex(isNumbered);
      const named = numbered >= 0 && next.slice(0, numbered).every(isOfRow);
      if (!named && !(next.length === 0 && isNumberedGroup(row, columns))) break;
      row.columns = null;
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

/** Whether a piece begins where its column does, or stands in its middle. */
function isSet(piece: Piece, column: Span): boolean {
  return Math.abs(piece.x0 - column.x0) < 3 || Math.abs(piece.x0 + piece.x1 - column.x0 - column.x1) < 8;
}

/** The piece that a line has in a column. */
function pieceIn({ pieces, columns }: RowLine, column: number): Piece | undefined {
  return pieces[columns?.indexOf(column) ?? -1];
}

/** Whether a piece of a column goes on below: the next had no room for its first word, or it ends nowhere. */
export function goesOnBelow(above: Piece, below: Piece, column: Span, size: number): boolean {
  const word = below.words[0]!;
  return above.x1 + spaceWidth * size + word.x1 - word.x0 > column.x1 || unfinished.test(wordsOf(above));
}

/** The columns as far as rows have filled them. */
function filledBy(rows: RowLine[], columns: Span[]): Span[] {
  return columns.map((column, at) => {
    const pieces = rows.flatMap((row) => pieceIn(row, at) ?? []);
    if (pieces.length === 0) return column;
    return {
      x0: pieces.reduce((least, { x0 }) => Math.min(least, x0), Number.POSITIVE_INFINITY),
      x1: pieces.reduce((most, { x1 }) => Math.max(most, x1), 0),
    };
  });
}

/** Whether a line under those of a row goes on with its cells, and is not the text after the table. */
function goesOnWithRow(row: RowLine, above: RowLine[], columns: Span[]): boolean {
  if (row.columns === null || row.columns[0] === 0 || beginsClause.test(textOf(row.line))) return false;
  if (!row.columns.every((place, at) => isSet(row.pieces[at]!, columns[place]!))) return false;
  if (row.pieces.length > 1 || !/^\p{Lu}/u.test(textOf(row.line))) return true;
  const column = row.columns[0]!;
  // No text begins as far to the right but what is signed there, in capitals.
  if (column > 1) return /[\p{Ll}\d]/u.test(textOf(row.line));
  // What begins a sentence though the line above had room for its first word is no rest of a cell.
  const over = above.map((each) => pieceIn(each, column)).findLast((piece) => piece !== undefined);
  const { x0, x1 } = columns[column]!;
  // The cell may be wider than its lines have filled it.
  const cell = { x0, x1: (x1 + (columns[column + 1]?.x0 ?? x1)) / 2 };
  return over !== undefined && goesOnBelow(over, row.pieces[0]!, cell, row.line.size);
}

/** Takes off what follows the table and happens to fit into its columns; the first lines are its head. */
export function withoutTail(rows: RowLine[], columns: Span[], heads = 0): RowLine[] {
  const pitch = rows
    .slice(1)
    .map(({ line }, at) => line.y - rows[at]!.line.y)
    .filter((each) => each > 0.9 * rows[0]!.line.size)
    .reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY);
  let end = Math.max(heads, rows.findLastIndex((row) => isNumbered(row) || row.columns === null) + 1);
  const filled = filledBy(rows.slice(0, end), columns);
  while (end > 0 && end < rows.length) {
    const [above, row] = [rows[end - 1]!, rows[end]!];
    if (Math.abs(row.line.size - above.line.size) >= 0.5) break;
    const inTask = row.columns?.length === 1 && row.columns[0] === 1;
    const most = inTask ? pitch * 1.12 : cellLineGap * row.line.size;
    if (row.line.y - above.line.y >= most) break;
    if (!goesOnWithRow(row, rows.slice(0, end), filled)) break;
    end += 1;
  }
  return rows.slice(0, end);
}

/** The lines at the top of a page that hold the rest of a row which the page before began, where no row follows. */
export function restOfRow(rows: RowLine[], columns: Span[]): RowLine[] {
  const first = rows[0];
  if (!first || (first.pieces.length < 2 && /^\P{Ll}/u.test(textOf(first.line)))) return [];
  let end = 0;
  while (end < rows.length && goesOnWithRow(rows[end]!, rows.slice(0, end), columns)) {
    const next = rows[end + 1];
    end += 1;
    if (next && next.line.y - rows[end - 1]!.line.y > cellLineGap * next.line.size) break;
  }
  return rows.slice(0, end);
}
