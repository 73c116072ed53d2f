import { unaccent } from "#platform/text/unaccent.ts";
import { finished, hashOf, SEED, step } from "./hashes.ts";
import {
  CAPITAL,
  DIGIT,
  foldAt,
  GOES_ON,
  kindAt,
  LETTER,
  LINE,
  MARK,
  OTHER,
  PAIRED,
  SMALL,
  SPACE,
  STOP,
} from "./letters.ts";

/** A number as the same whichever way it is grouped: "1.320" → "1320", "61,4" → "61.4". */
function plainNumber(written: string): string {
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(written)) return written.replaceAll(".", "").replace(",", ".");
  if (/^\d{1,3}(?:,\d{3})+$/.test(written)) return written.replaceAll(",", "");
  return written.replace(",", ".").replace(/^0+(?=\d)/, "");
}

/** The words and numbers of a text in their order, and where they stand. */
export interface Pieces {
  hashes: number[];
  /** A number as it is compared; empty of a word. */
  numbers: string[];
  from: number[];
  to: number[];
  sentenceOf: number[];
  /** Written with a capital first and not throughout, as names are. */
  capital: boolean[];
  /** Begins a sentence. */
  begins: boolean[];
}

/** A colon or a semicolon ends nothing that is still short; an abbreviation's dot neither. */
const SHORT = 12;

/** Reads a text letter by letter: it is read at each pause in typing, and patterns and pieces of it took most of that. */
export function piecesOf(text: string): Pieces {
  const pieces: Pieces = {
    hashes: [],
    numbers: [],
    from: [],
    to: [],
    sentenceOf: [],
    capital: [],
    begins: [],
  };
  let [sentence, inSentence, at] = [0, 0, 0];
  const put = (hash: number, number: string, from: number, capital: boolean) => {
    pieces.hashes.push(hash);
    pieces.numbers.push(number);
    pieces.from.push(from);
    pieces.to.push(at);
    pieces.sentenceOf.push(sentence);
    pieces.capital.push(capital);
    pieces.begins.push(inSentence === 0);
    inSentence += 1;
  };
  const end = () => {
    sentence += 1;
    inSentence = 0;
  };
  while (at < text.length) {
    const from = at;
    const kind = kindAt(text, at);
    if (kind & LETTER) {
      let [hash, folded, small] = [SEED, true, 0];
      for (let its = kind; its & (LETTER | MARK); its = at < text.length ? kindAt(text, at) : 0) {
        const unit = its & PAIRED ? OTHER : foldAt(text, at);
        if (unit === OTHER) folded = false;
        else if (unit !== 0) hash = step(hash, unit);
        small |= its & SMALL;
        at += its & PAIRED ? 2 : 1;
      }
      const capital = (kind & (CAPITAL | PAIRED)) === CAPITAL && (at - from === 1 || small !== 0);
      put(folded ? finished(hash) : hashOf(unaccent(text.slice(from, at)).toLowerCase()), "", from, capital);
    } else if (kind & DIGIT) {
      at = endOfNumber(text, at);
      const number = plainNumber(text.slice(from, at));
      put(hashOf(number), number, from, false);
    } else if (kind & LINE) {
      at += 1;
      if (inSentence > 0) end();
    } else if (kind & STOP) {
      while (at < text.length && kindAt(text, at) & STOP) at += 1;
      const stands = at < text.length && (kindAt(text, at) & SPACE) !== 0;
      if (stands && inSentence > 0 && ((kind & GOES_ON) === 0 || inSentence > SHORT)) end();
    } else at += 1;
  }
  return pieces;
}

/** Past the last digit of a number with its points and commas. */
function endOfNumber(text: string, from: number): number {
  let at = from;
  const isDigit = (place: number) => place < text.length && (kindAt(text, place) & DIGIT) !== 0;
  while (isDigit(at)) {
    while (isDigit(at)) at += 1;
    if ((text[at] === "." || text[at] === ",") && isDigit(at + 1)) at += 1;
  }
  return at;
}
