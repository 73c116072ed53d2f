import type { Word } from "./page-marks.ts";
import { isSpaced, type TextLine } from "./text-lines.ts";

/** Where a piece of a line or a column lies. */
export interface Span {
  x0: number;
  x1: number;
}

/** Words of a line that no gap parts. */
export interface Piece extends Span {
  words: Word[];
}

/** Gaps in letter heights: where no space was printed, and where one was typed. */
const cellGap = 0.5;
const stretchedGap = 0.42;
const typedGap = 2.5;

export const overlaps = (a: Span, b: Span) => a.x0 < b.x1 && b.x0 < a.x1;
export const wordsOf = ({ words }: Piece) => words.map(({ text }) => text).join(" ");

function parted(words: Word[], isGap: (from: number, to: number, between: [Word, Word]) => boolean): Piece[] {
  const pieces: Piece[] = [];
  for (const word of words) {
    const last = pieces.at(-1);
    if (last && !isGap(last.x1, word.x0, [last.words.at(-1)!, word])) {
      last.words.push(word);
      last.x1 = Math.max(last.x1, word.x1);
    } else pieces.push({ x0: word.x0, x1: word.x1, words: [word] });
  }
  return pieces;
}

/** A piece parted where the space between two columns lies in one of its own. */
function partedByColumns(piece: Piece, columns: Span[], size: number): Piece[] {
  if (columns.filter((column) => overlaps(column, piece)).length < 2) return [piece];
  return parted(piece.words, (from, to) => {
    if (to - from < stretchedGap * size) return false;
    return columns.slice(1).some(({ x0 }, at) => from < x0 + 1 && to > columns[at]!.x1 - 1);
  });
}

/** The pieces of a line that stands over columns. */
export function piecesOf({ words, size }: TextLine, columns: Span[]): Piece[] {
  return parted(words, (from, to, [before, word]) => {
    const gap = to - from;
    return gap > typedGap * size || (gap > cellGap * size && !isSpaced(before, word));
  }).flatMap((piece) => partedByColumns(piece, columns, size));
}

/** The pieces of a line of headings, which no measure stretches. */
export function headPiecesOf({ words, size }: TextLine): Piece[] {
  return parted(words, (from, to) => to - from > cellGap * size);
}
