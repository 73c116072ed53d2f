import { canonicalSyllable } from "../text/tone.ts";

/** Words of a query that count. */
export const MAX_WORDS = 12;
/** Longer than any word or number that people write; what runs on is cut. */
const LONGEST_WORD = 60;

/** Stands within words of pasted text and is seen by nobody: soft hyphens, joiners, marks of direction. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/**
 * The words of a text as they were written: NFC, small letters, apart from everything that is neither letter nor
 * digit ("36/KH-UBND" is three words).
 */
export function writtenWordsOf(text: string): string[] {
  const words = text
    .toWellFormed()
    .replace(UNSEEN, "")
    .normalize("NFC")
    .toLowerCase()
    .match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu);
  return (words ?? []).map((word) =>
    word.length > LONGEST_WORD ? [...word].slice(0, LONGEST_WORD).join("") : word,
  );
}

/** The words of a text as the index holds them: what is written in two ways is one; a query is cut exactly so. */
export const wordsOf = (text: string): string[] => writtenWordsOf(text).map(canonicalSyllable);

/** The words of a query that count, in their order. */
export const queryWords = (query: string): string[] => wordsOf(query).slice(0, MAX_WORDS);
