import { type Fact, factsIn } from "./facts.ts";
import { mix } from "./hashes.ts";
import { piecesOf } from "./pieces.ts";

/**
 * A text as it is compared: syllables without diacritics and case, by their hashes, the sentences they form with their
 * places in the text as `visible` gives it, and what can tell one event from another.
 */
export interface ReadText {
  /** A hash for each syllable or number. */
  syllables: Uint32Array;
  /** The sentence of each. */
  sentenceOf: Uint32Array;
  /** Where each sentence's first syllable begins and its last ends. */
  places: Uint32Array;
  /** A hash for each sentence, of its syllables in order. */
  sentences: Uint32Array;
  /** Runs of three syllables, by the place of the first. */
  runs: Uint32Array;
  facts: Fact[];
  /** Capitals are used as in running text, so that names can be told. */
  cased: boolean;
}

/** More of a text is not looked at. */
const LONGEST = 1_000_000;

const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\p{Variation_Selector}/gu;
/** The text in which places are told: NFC, without invisible characters. */
export const visible = (written: string): string =>
  written.slice(0, LONGEST).normalize("NFC").replace(invisible, "").replace(/\r\n?/g, "\n");

/** Runs of three syllables, by the place of the first. */
export function runsOf(syllables: Uint32Array): Uint32Array {
  const runs = new Uint32Array(Math.max(0, syllables.length - 2));
  for (let at = 0; at < runs.length; at += 1)
    runs[at] = mix(mix(syllables[at]!, syllables[at + 1]!), syllables[at + 2]!);
  return runs;
}

/** A hash for each sentence, of its syllables in order. */
export function sentencesOf(syllables: Uint32Array, sentenceOf: Uint32Array): Uint32Array {
  const size = syllables.length;
  const sentences = new Uint32Array(size === 0 ? 0 : sentenceOf[size - 1]! + 1);
  for (let at = 0; at < size; at += 1)
    sentences[sentenceOf[at]!] = mix(sentences[sentenceOf[at]!]!, syllables[at]!);
  return sentences;
}

export function readSyllables(written: string): ReadText {
  const text = visible(written);
  const pieces = piecesOf(text);
  const syllables = new Uint32Array(pieces.hashes);
  const sentenceOf = new Uint32Array(pieces.sentenceOf);
  const sentences = sentencesOf(syllables, sentenceOf);
  const places = new Uint32Array(2 * sentences.length);
  let first = 0;
  for (let at = 0; at < syllables.length; at += 1) {
    const sentence = sentenceOf[at]!;
    if (pieces.begins[at]) places[2 * sentence] = pieces.from[at]!;
    places[2 * sentence + 1] = pieces.to[at]!;
    if (pieces.capital[at]) first += 1;
  }
  const cased = first > 0 && first < syllables.length * 0.6;
  return {
    syllables,
    sentenceOf,
    places,
    sentences,
    runs: runsOf(syllables),
    facts: factsIn(text, syllables, pieces, cased),
    cased,
  };
}
