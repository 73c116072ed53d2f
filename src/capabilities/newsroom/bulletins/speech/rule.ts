import { unaccent } from "#platform/text/unaccent.ts";
import { sayDigits, sayWhole, type ZeroWord } from "./say-number.ts";
import { letterWords } from "./spoken-words.ts";

/** What a rule says for what it found. */
export interface Said {
  said: string;
  why: string;
  check?: boolean;
  /** Characters of the text that it stands for; absent: what the rule's pattern took. */
  length?: number;
}

/** Where in a text a rule looks. */
export interface Place {
  text: string;
  at: number;
  /** What stands before on the line, at most so far back as rules look. */
  before: string;
  /** The same of what is said already. */
  saidBefore: string;
  zero: ZeroWord;
  wordOf: (written: string) => string | undefined;
}

/** How one way of writing is said. */
export interface Rule {
  /** Sticky; bounded in what it tries, so that a text is read in one go. */
  at: RegExp;
  say: (match: RegExpExecArray, place: Place) => Said | null;
}

/** Characters that rules look back at most. */
export const LOOK_BACK = 80;

const endings = new Map<string, RegExp>();
/** Whether one of the words, given as a pattern, stands last. */
export function endsIn(before: string, words: string): boolean {
  const known = endings.get(words) ?? new RegExp(`(?<!\\p{L})(?:${words})[\\s:]*$`, "iu");
  endings.set(words, known);
  return known.test(before);
}

export const year = (digits: string, zero: ZeroWord) => `năm ${sayWhole(digits, zero)}`;

/** Letters that make no syllable, called one by one. */
export const spelled = (letters: string): string =>
  Array.from(
    letters.toUpperCase(),
    (letter) => letterWords[letter] ?? (/\d/.test(letter) ? sayDigits(letter) : ""),
  )
    .filter(Boolean)
    .join(" ");

/** Whether letters can be read as a Vietnamese syllable; "UBND" cannot. */
export const isSyllable = (letters: string): boolean =>
  /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?$/.test(
    unaccent(letters).toLowerCase(),
  );

export const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

export const isWordSign = (sign: string | undefined): boolean =>
  sign !== undefined && /[\p{L}\p{M}\d]/u.test(sign);

export const one = (pattern: string, say: Rule["say"]): Rule => ({ at: new RegExp(pattern, "uy"), say });
export const YEAR = "(?:19|20)\\d\\d";
/** Nothing of a word goes on behind. */
export const END = "(?![\\d\\p{L}])";

export type Taken = Omit<Said, "why" | "length"> & { why: string | null; length: number };

/** The first rule that fits says it. */
export function firstThat(rules: Rule[], place: Place): Taken | null {
  for (const { at: pattern, say } of rules) {
    const match = matchAt(pattern, place.text, place.at);
    const said = match && say(match, place);
    if (said) return { ...said, length: said.length ?? match[0].length };
  }
  return null;
}
