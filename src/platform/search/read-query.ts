import { isPlainSyllable } from "../text/syllable.ts";
import { canonicalSyllable } from "../text/tone.ts";
import { unaccent } from "../text/unaccent.ts";
import type { Abbreviation } from "./abbreviations.ts";
import { withShortCodes } from "./codes.ts";
import { partsOf } from "./slips.ts";
import { syllableOfKeys } from "./typed-keys.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { MAX_WORDS, writtenWordsOf } from "./words.ts";

/** How a query may be read. */
export interface ReadQuery {
  /** The words as they are looked for, each reading a way to say the same; the first is what was typed. */
  readings: string[][];
  /** The first reading where it is not what was typed, word for word: keys made letters, words parted. */
  readAs: string | null;
}

/** More ways to say the same are not looked for. */
const MOST_READINGS = 4;
/** Signs of a document's number: its letters are no abbreviations to spell out. */
const NUMBERED = /\d\s*\/|\/\s*\p{L}|\p{Lu}-\p{Lu}/u;

export const plainOf = (word: string): string => unaccent(canonicalSyllable(word));

/** A word that no text uses, as the words that it stands for; itself where nothing is known of it. */
function meaningOf(word: string, vocabulary: Vocabulary): string[] {
  const { known } = vocabulary;
  const plain = plainOf(word);
  if (known.has(plain)) return [word];
  const typed = syllableOfKeys(word);
  if (typed !== null) return [typed];
  if (isPlainSyllable(plain)) return [word];
  const parts = partsOf(word, unaccent(word), vocabulary);
  if (parts) return parts;
  const [, letters, digits] = /^(\p{L}+)(\d+)$/u.exec(word) ?? /^(\d+)(\p{L}+)$/u.exec(word) ?? [];
  return letters && digits ? [letters, digits] : [word];
}

/** A space in the wrong place ("th ủtục", "kara oke"): two words of which one is none, joined or parted elsewhere. */
function mended(words: string[], vocabulary: Vocabulary): string[] {
  const { known, pairs } = vocabulary;
  const made = [...words];
  for (let at = 0; at + 1 < made.length; at += 1) {
    const [first, second] = [made[at]!, made[at + 1]!];
    if (known.has(plainOf(first)) && known.has(plainOf(second))) continue;
    if (/\d/.test(first + second)) continue;
    const joined = first + second;
    const plain = unaccent(joined);
    if (known.has(plain)) made.splice(at, 2, joined);
    else {
      const parts = partsOf(joined, plain, vocabulary);
      if (parts?.length === 2 && pairs.has(parts.map(plainOf).join(" "))) made.splice(at, 2, ...parts);
    }
  }
  return made;
}

/** The words with every run of `from` (without diacritics) written as `to`; null where there is none. */
function replaced(words: string[], from: string[], to: string[]): string[] | null {
  const plain = words.map(plainOf);
  const made: string[] = [];
  let changed = false;
  for (let at = 0; at < words.length; ) {
    if (from.every((word, index) => plain[at + index] === word)) {
      made.push(...to);
      at += from.length;
      changed = true;
    } else {
      made.push(words[at]!);
      at += 1;
    }
  }
  return changed ? made : null;
}

interface Cut {
  words: string[];
  plain: string[];
}

/** The same few hundred abbreviations are asked at every search: cut once, forgotten together when they become many. */
const known = new Map<string, Cut>();
const MOST_KNOWN = 5000;

function cut(text: string): Cut {
  const before = known.get(text);
  if (before) return before;
  const words = writtenWordsOf(text);
  const made = { words, plain: words.map(plainOf) };
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(text, made);
  return made;
}

/** The words with what is abbreviated spelled out, and with what could be abbreviated so. */
function otherWays(words: string[], abbreviations: readonly Abbreviation[]): string[][] {
  const found: string[][] = [];
  let spelledOut: string[] | null = null;
  let shortened: string[] | null = null;
  // The longest first: "dịch vụ công trực tuyến" is DVCTT and not DVC.
  const plain = new Set(words.map(plainOf));
  for (const abbreviation of abbreviations) {
    const { short, meaning } = { short: cut(abbreviation.short), meaning: cut(abbreviation.meaning) };
    if (short.plain.every((word) => plain.has(word))) {
      const out = replaced(spelledOut ?? words, short.plain, meaning.words);
      // One abbreviation may mean several things.
      const other = out ? null : replaced(words, short.plain, meaning.words);
      if (out) spelledOut = out;
      else if (other) found.push(other);
    }
    if (meaning.plain.every((word) => plain.has(word)))
      shortened = replaced(shortened ?? words, meaning.plain, short.words) ?? shortened;
  }
  return [...(spelledOut ? [spelledOut] : []), ...(shortened ? [shortened] : []), ...found];
}

/** Reads a query: what was typed, as keys of an input method or run together too, and other ways to say it. */
export function readQuery(
  query: string,
  vocabulary: Vocabulary,
  abbreviations: readonly Abbreviation[],
): ReadQuery {
  const typed = writtenWordsOf(withShortCodes(query)).slice(0, MAX_WORDS);
  const shorts = new Set(abbreviations.flatMap(({ short }) => cut(short).plain));
  const meant = typed.flatMap((word) => (shorts.has(plainOf(word)) ? [word] : meaningOf(word, vocabulary)));
  const words = mended(meant, vocabulary).slice(0, MAX_WORDS);
  const others = NUMBERED.test(query) ? [] : otherWays(words, abbreviations);
  const readings = [words, ...others.map((other) => other.slice(0, MAX_WORDS))].slice(0, MOST_READINGS);
  return { readings, readAs: words.join(" ") === typed.join(" ") ? null : words.join(" ") };
}
