import { unaccent } from "../text/unaccent.ts";

/** Words of a query that count. */
const MAX_WORDS = 12;
/** Longer than any word or number that people write; what runs on is cut. */
const LONGEST_WORD = 60;

/**
 * The words of a text as the index holds them: NFC, small letters, apart from everything that is neither letter
 * nor digit ("36/KH-UBND" is three words), so that a query is cut exactly as the text was.
 */
export function wordsOf(text: string): string[] {
  const words = text
    .toWellFormed()
    .normalize("NFC")
    .toLowerCase()
    .match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu);
  return (words ?? []).map((word) =>
    word.length > LONGEST_WORD ? [...word].slice(0, LONGEST_WORD).join("") : word,
  );
}

/** The words of a query that count, in their order. */
export const queryWords = (query: string): string[] => wordsOf(query).slice(0, MAX_WORDS);

interface Spaced {
  exact: string;
  plain: string;
}

/** The same few hundred texts are asked at every search: cut once, forgotten together when they become too many. */
const cut = new Map<string, Spaced>();
const MAX_CUT = 5000;

function spaced(text: string): Spaced {
  const known = cut.get(text);
  if (known) return known;
  const exact = ` ${wordsOf(text).join(" ")} `;
  const made = { exact, plain: unaccent(exact) };
  if (cut.size >= MAX_CUT) cut.clear();
  cut.set(text, made);
  return made;
}

/**
 * Score of a short text that is at hand, on the scale of `searchTexts`; null when a word of the query is missing.
 */
export function scoreOf(query: string, text: string): number | null {
  const asked = queryWords(query);
  const { exact, plain } = spaced(text);
  const holds = (haystack: string, words: string[]) => words.every((word) => haystack.includes(` ${word} `));
  if (asked.length === 0 || !holds(plain, asked.map(unaccent))) return null;
  const together = ` ${asked.join(" ")} `;
  if (exact.includes(together)) return 8;
  if (holds(exact, asked)) return 4;
  return plain.includes(unaccent(together)) ? 2 : 0;
}
