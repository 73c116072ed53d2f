import type { Word } from "./page-marks.ts";

/** Words on one baseline, from left to right. */
export interface TextLine {
  words: Word[];
  x0: number;
  x1: number;
  y: number;
  /** The size of most of its letters. */
  size: number;
}

/** What neither a name nor a sentence ends with. */
export const unfinished = /(?:[,(/]|\s[-–]|\s(?:và|của|thuộc|với|cho|theo|hoặc|về|tại|trong))$/iu;

const boxTop = 0.85;
const boxBottom = 0.25;

function sizeOf(words: Word[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of words) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].reduce((most, next) => (next[1] > most[1] ? next : most), [1, 0])[0];
}

/** A line of the given words, which must not be empty. */
export function lineOf(words: Word[]): TextLine {
  const sorted = [...words].sort((a, b) => a.x0 - b.x0 || a.order - b.order);
  const size = sizeOf(sorted);
  const main = sorted.find((word) => word.size >= size * 0.9) ?? sorted[0]!;
  let x1 = Number.NEGATIVE_INFINITY;
  for (const word of sorted) x1 = Math.max(x1, word.x1);
  return { words: sorted, x0: sorted[0]!.x0, x1, y: main.y, size };
}

/** The words without those printed a second time in the same place to look bold. */
function withoutShadows(words: Word[]): Word[] {
  const seen = new Map<string, Word[]>();
  return words.filter((word) => {
    const key = `${word.text}@${Math.round(word.y / 4)}`;
    const same = seen.get(key);
    if (same?.some((other) => Math.abs(other.x0 - word.x0) < 1 && Math.abs(other.y - word.y) < 1))
      return false;
    if (same) same.push(word);
    else seen.set(key, [word]);
    return true;
  });
}

/** The lines of a region from top to bottom; raised and lowered letters stand in the line that they belong to. */
export function linesOfWords(words: Word[]): TextLine[] {
  const open: { y: number; size: number; words: Word[] }[] = [];
  for (const word of withoutShadows(words).sort((a, b) => a.y - b.y || a.x0 - b.x0)) {
    const line = open
      .slice(-4)
      .findLast(({ y, size }) => Math.abs(y - word.y) <= 0.25 * Math.min(size, word.size));
    if (line) {
      line.words.push(word);
      line.size = Math.max(line.size, word.size);
    } else open.push({ y: word.y, size: word.size, words: [word] });
  }
  const lines = open.filter((line, at) => {
    const home = [open[at + 1], open[at - 1]].find((other) => {
      if (!other || other.words.length === 0 || line.size > 0.8 * other.size) return false;
      const middle = line.y - 0.35 * line.size;
      const [first, last] = [other.words[0]!, other.words.at(-1)!];
      return (
        middle > other.y - boxTop * other.size &&
        middle < other.y + boxBottom * other.size &&
        line.words.every(
          ({ x0, x1 }) =>
            x1 > Math.min(first.x0, last.x0) - other.size && x0 < Math.max(first.x1, last.x1) + other.size,
        )
      );
    });
    home?.words.push(...line.words);
    return home === undefined;
  });
  return lines.map((line) => lineOf(line.words));
}

/** Gaps as wide as this, in letter heights, part columns that were typed with tabs. */
const tabGap = 4;

/** Whether a space was printed between two words; another word may have been printed in it later. */
export function isSpaced(before: Word, word: Word): boolean {
  return word.space !== null && before.x0 <= word.space;
}

/** The text before a word that follows another on its line. */
export function between(before: Word, word: Word): "" | " " | "\t" {
  const gap = word.x0 - before.x1;
  const size = Math.max(before.size, word.size);
  if (gap > tabGap * size) return "\t";
  return isSpaced(before, word) || gap > 0.2 * size ? " " : "";
}

/** The text of a line. */
export function textOf(line: TextLine): string {
  return line.words
    .map((word, at) => (at === 0 ? "" : between(line.words[at - 1]!, word)) + word.text)
    .join("");
}
