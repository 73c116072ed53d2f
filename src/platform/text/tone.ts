import { isSyllable } from "./syllable.ts";

const TONE = /[\u0300\u0301\u0303\u0309\u0323]/u;
const VOWELS = /[aăâeêioôơuưy]/u;
/** Vowels that carry the tone wherever they stand; of "ươ" it is the second. */
const MARKED = /[ăâêôơư]/u;

/** The place of the tone in a syllable without one: over the first of two open vowels ("hóa", "thủy"), as typists do. */
function toneAt(base: string): number {
  const letters = [...base];
  let from = letters.findIndex((letter) => VOWELS.test(letter));
  if (from < 0) return -1;
  const glide = (base.startsWith("qu") || base.startsWith("gi")) && VOWELS.test(letters[from + 1] ?? "");
  if (glide) from += 1;
  let to = from;
  while (to + 1 < letters.length && VOWELS.test(letters[to + 1]!)) to += 1;
  for (let at = to; at >= from; at -= 1) if (MARKED.test(letters[at]!)) return at;
  const isOpen = to === letters.length - 1;
  if (to === from) return from;
  if (to - from >= 2) return from + 1;
  return isOpen ? from : to;
}

/** The syllable with its tone where it belongs; `tone` is a combining mark, "" for none. */
export function withTone(base: string, tone: string): string {
  const at = toneAt(base);
  if (tone === "" || at < 0) return base;
  const letters = [...base];
  letters[at] = `${letters[at]}${tone}`.normalize("NFC");
  return letters.join("");
}

/** A word in small letters without its tone, and the tone; of several the last counts, as for an input method. */
export function apartFromTone(word: string): { base: string; tone: string } {
  let tone = "";
  let base = "";
  for (const letter of word.normalize("NFD")) {
    if (TONE.test(letter)) tone = letter;
    else base += letter;
  }
  return { base: base.normalize("NFC"), tone };
}

const known = new Map<string, string>();
const MOST_KNOWN = 20_000;

/**
 * One way to write a syllable that is written in two: the tone's place ("hoá" and "hóa", the slip "tòan") and i or y
 * alone after a consonant ("kí" and "ký"). For comparing words, never for showing them.
 */
export function canonicalSyllable(word: string): string {
  if (word.length > 8) return word;
  const before = known.get(word);
  if (before !== undefined) return before;
  const { base, tone } = apartFromTone(word);
  const spelled = base.replace(/^(h|k|l|m|s|t|qu)i$/u, "$1y");
  const placed = withTone(spelled, tone);
  const made = isSyllable(placed) ? placed : word;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(word, made);
  return made;
}
