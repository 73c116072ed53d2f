import { headPiecesOf, overlaps, type Piece, type Span, wordsOf } from "./line-pieces.ts";
import type { TextLine } from "./text-lines.ts";

/** The head of a table without lines, in the lines of its page. */
export interface Head {
  from: number;
  /** The first numbered line under it; past the last line where the rows begin on the next page. */
  first: number;
  columns: Span[];
}

/** What heads the column of numbers: it tells a table from other things that stand side by side. */
const counterHead = /^(?:s\.?t\.?t|tt|số tt|(?:số )?thứ tự|tự)\.?$/iu;
const brokenHead = /^s?t$/i;
export const counter =
  /^\(?(?:(?:(?:[IVXLC]{1,6}|[A-ZĐ])\.?)?\d{1,3}(?:\.\d{1,3}){0,3}(?:\.?[a-zđ])?|[IVXLC]{1,6}|[A-ZĐa-zđ])[.)]?$/u;
const titleStart = /^(?:phụ lục|danh mục|biểu|bảng|\()/iu;

/** The greatest distance of lines in the heading of a column, in letter heights. */
const headGap = 1.7;
const mostHeadLines = 10;
const headAtFoot = 3;
/** Fewer columns are no table of tasks. */
const leastColumns = 3;
const pad = 4;

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

const inCapitals = (text: string) => /\p{Lu}{2}/u.test(text) && text === text.toUpperCase();

/** True for a line over a head that is none of its headings: the title of the table, or the end of the text. */
function isAboveHead(line: TextLine, columns: Span[], headInCapitals: boolean): boolean {
  const [piece, other] = headPiecesOf(line);
  if (!piece || other) return false;
  const text = wordsOf(piece);
  return (
    titleStart.test(text) ||
    /[:.;)]$/.test(text) ||
    (!headInCapitals && inCapitals(text) && text.includes(" ")) ||
    columns.filter((column) => overlaps(column, piece)).length > 2
  );
}

/** The first numbered line under a head, which may stand on the next page; null where none does. */
function firstRowUnder(lines: TextLine[], seed: number, number: Piece): number | null {
  const last = Math.min(lines.length - 1, seed + mostHeadLines);
  for (let first = seed + 1; first <= last; first += 1) {
    const piece = headPiecesOf(lines[first]!)[0]!;
    if (piece.x0 < number.x1 + pad && counter.test(wordsOf(piece))) return first;
    if (piece.x0 < number.x1) return null;
  }
  return lines.length - seed <= headAtFoot ? lines.length : null;
}

/** The head of a table that a line which begins with "STT" belongs to. */
export function headAt(lines: TextLine[], seed: number): Head | null {
  const [number] = headPiecesOf(lines[seed]!);
  if (!number) return null;
  // A column narrower than "STT" breaks it in two.
  const rest = brokenHead.test(wordsOf(number)) ? lines[seed + 1] && headPiecesOf(lines[seed + 1]!)[0] : null;
  const broken = Boolean(rest && /^t$/i.test(wordsOf(rest)) && overlaps(rest, number));
  if (!broken && !counterHead.test(wordsOf(number))) return null;
  const first = firstRowUnder(lines, broken ? seed + 1 : seed, number);
  if (first === null) return null;
  const lower = lines.slice(seed, first).map(headPiecesOf);
  const under = columnsOf(lower);
  const capitals = lower.flat().every((piece) => piece === number || inCapitals(wordsOf(piece)));
  let from = seed;
  while (from > 0 && seed - from < mostHeadLines) {
    const [above, below] = [lines[from - 1]!, lines[from]!];
    if (below.y - above.y > headGap * below.size || isAboveHead(above, under, capitals)) break;
    // "Số" over "TT".
    if (above.x0 < number.x1 && !/^số( thứ)?$/i.test(wordsOf(headPiecesOf(above)[0]!))) break;
    from -= 1;
  }
  const columns = columnsOf(lines.slice(from, first).map(headPiecesOf));
  return columns.length < leastColumns ? null : { from, first, columns };
}

/** True where a table with a head of its own begins with the first of the lines. */
export function beginsWithHead(lines: TextLine[]): boolean {
  return lines.slice(0, mostHeadLines).some((_, at) => headAt(lines, at)?.from === 0);
}
