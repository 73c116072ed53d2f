import { ASCENT, DESCENT, setLine, type Weight } from "./faces.ts";

/** Lines stand so many em apart: no mark of one touches the line above. */
export const LINE = ASCENT + DESCENT;

export interface Box {
  width: number;
  height: number;
}

/** Long words may part after these, when they do not fit otherwise. */
const parted = (word: string): string[] => word.split(/(?<=[-–/_.@])(?=.)/u);

const MOST_KNOWN = 20_000;
const known = new Map<string, number>();

/** The same words are measured at many sizes. */
function lengthOf(text: string, weight: Weight): number {
  const key = `${weight} ${text}`;
  let length = known.get(key);
  if (length === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    length = setLine(text, weight).length;
    known.set(key, length);
  }
  return length;
}

/**
 * The lines of a text in a width of so many thousandths of an em; between words only, inside a long word only after a
 * hyphen, a slash, a full stop. Null: a word is longer than that.
 */
function linesOf(text: string, weight: Weight, width: number): string[] | null {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/[ \n]+/u).filter((part) => part !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (lengthOf(longer, weight) <= width) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = word;
    if (lengthOf(word, weight) <= width) continue;
    line = "";
    for (const piece of parted(word)) {
      if (lengthOf(piece, weight) > width) return null;
      if (lengthOf(line + piece, weight) <= width) line += piece;
      else {
        lines.push(line);
        line = piece;
      }
    }
  }
  return line === "" ? lines : [...lines, line];
}

/** The lines in which a text of this size stands inside the box; null when it does not fit. */
function linesIn(text: string, weight: Weight, size: number, box: Box): string[] | null {
  const most = Math.floor(box.height / (size * LINE) + 1e-9);
  if (most < 1) return null;
  const lines = linesOf(text, weight, (box.width / size) * 1000);
  return lines && lines.length <= most ? lines : null;
}

/** A text that wants a place. */
export interface Wanting extends Box {
  words: string;
  weight: Weight;
  largest: number;
}

/** Of lines as many as needed, the widths most alike: no single word is left on the last one. */
function balanced({ words, weight, width, height }: Wanting, size: number, lines: string[]): string[] {
  if (lines.length < 2) return lines;
  let best = lines;
  for (let narrower = width * 0.95; narrower > width / 2; narrower -= width * 0.05) {
    const tried = linesIn(words, weight, size, { width: narrower, height });
    if (!tried || tried.length > lines.length) break;
    best = tried;
  }
  return best;
}

/**
 * Sets texts in one size: the largest, from that of the smallest wish downwards, in which every one stands whole in its
 * box. Answers with the lines of each, or with the numbers of those that do not fit at `smallest` either.
 */
export function fitTexts(
  texts: Wanting[],
  smallest: number,
): { size: number; lines: string[][] } | { tooLong: number[] } {
  const linesAt = (size: number) => texts.map((text) => linesIn(text.words, text.weight, size, text));
  const fits = (size: number) => linesAt(size).every((lines) => lines !== null);
  // What fits at one size fits at every smaller one.
  let low = smallest;
  let high = Math.max(smallest, Math.floor(Math.min(...texts.map(({ largest }) => largest))));
  if (fits(low)) {
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (fits(middle)) low = middle;
      else high = middle - 1;
    }
    return {
      size: low,
      lines: linesAt(low).map((lines, at) => balanced(texts[at]!, low, lines!)),
    };
  }
  return { tooLong: linesAt(smallest).flatMap((lines, at) => (lines === null ? [at] : [])) };
}
