import type { Fact } from "./facts.ts";
import { type ReadText, runsOf, sentencesOf } from "./read-syllables.ts";

/** What stands before the rest: how many syllables, sentences, facts and numbers, and whether capitals tell names. */
const HEAD = 6;
/** A fact is its hash and a word: what it is, and above these bits which syllable it begins with. */
const [NAME, COUNTED, DAY, BITS] = [1, 2, 4, 3];

/**
 * A text as it is compared, in bytes: read once when it was saved, not again by each who asks. Sentences and runs are
 * made anew from the syllables, which is quicker than to keep them.
 */
export function packed({ syllables, sentenceOf, places, sentences, facts, cased }: ReadText): Buffer {
  const values = facts.flatMap(({ value }) => value ?? []);
  const size = HEAD + 2 * values.length + 2 * facts.length + places.length + sentences.length;
  const words = new Uint32Array(size + syllables.length);
  words.set([syllables.length, sentences.length, facts.length, values.length, Number(cased)]);
  new Float64Array(words.buffer, 4 * HEAD, values.length).set(values);
  let at = HEAD + 2 * values.length;
  for (const { hash, kind, value, isDay = false, at: begins } of facts) {
    const is = (kind === "name" ? NAME : 0) | (value === undefined ? 0 : COUNTED) | (isDay ? DAY : 0);
    words.set([hash, (begins << BITS) | is], at);
    at += 2;
  }
  words.set(places, at);
  at += places.length;
  for (const sentence of sentenceOf) words[at + sentence]! += 1;
  words.set(syllables, size);
  return Buffer.from(words.buffer);
}

export function unpacked(bytes: Uint8Array): ReadText {
  const words = new Uint32Array(new Uint8Array(bytes).buffer);
  const [syllableCount, sentenceCount, factCount, valueCount, cased] = words;
  const values = new Float64Array(words.buffer, 4 * HEAD, valueCount);
  let at = HEAD + 2 * valueCount!;
  const facts: Fact[] = [];
  for (let value = 0; facts.length < factCount!; at += 2) {
    const [hash, is] = [words[at]!, words[at + 1]!];
    facts.push({
      hash,
      kind: is & NAME ? "name" : "number",
      at: is >>> BITS,
      ...(is & COUNTED && { value: values[value++]! }),
      ...(is & DAY && { isDay: true }),
    });
  }
  const places = words.subarray(at, at + 2 * sentenceCount!);
  at += places.length;
  const sentenceOf = new Uint32Array(syllableCount!);
  for (let sentence = 0, from = 0; sentence < sentenceCount!; sentence += 1) {
    const to = from + words[at + sentence]!;
    sentenceOf.fill(sentence, from, to);
    from = to;
  }
  const syllables = words.subarray(at + sentenceCount!);
  return {
    syllables,
    sentenceOf,
    places,
    sentences: sentencesOf(syllables, sentenceOf),
    runs: runsOf(syllables),
    facts,
    cased: cased === 1,
  };
}
