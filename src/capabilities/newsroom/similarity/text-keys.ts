import type { Fact } from "./facts.ts";
import { mix } from "./hashes.ts";
import { bandsOf, signatureOf } from "./min-hash.ts";
import type { ReadText } from "./read-syllables.ts";
import { leadOf, pairsOf, SHORT } from "./told-shortly.ts";

/** So many bands of the title's signature: it is short, and other keys stand beside it. */
const TITLE_BANDS = 12;
/** Numbers and names of a text whose pairs become keys: the smallest hashes, so that two texts choose alike. */
const CHOSEN = { number: 5, name: 4 };

function chosen(facts: Fact[], kind: Fact["kind"]): number[] {
  const hashes = new Set(facts.filter((fact) => fact.kind === kind).map(({ hash }) => hash));
  return [...hashes].sort((one, other) => one - other).slice(0, CHOSEN[kind]);
}

function* pairsOfSyllables({ syllables }: ReadText): Generator<number> {
  for (let at = 0; at + 1 < syllables.length; at += 1) yield mix(syllables[at]!, syllables[at + 1]!);
}

const keyOfPair = (pair: number) => (pair ^ 0x33333333) | 0;

/**
 * What is kept of a text, so that others find it: what two texts of the same news share at least one of, and the words
 * of its beginning, for which only a short text asks.
 */
export const keptKeys = (title: ReadText, whole: ReadText): number[] => [
  ...new Set([...textKeys([title], whole), ...[...leadOf(whole)].map(keyOfPair)]),
];

/** The words by which a short text looks for its like, each as a key with itself; none of a long one. */
export const keysOfWords = (whole: ReadText): Map<number, number> =>
  new Map(whole.syllables.length > SHORT ? [] : [...pairsOf(whole)].map((pair) => [keyOfPair(pair), pair]));

/** What two texts of the same news share at least one of: bands of runs, of the title, pairs of numbers and names. */
export function textKeys(titles: ReadText[], whole: ReadText): number[] {
  const keys = new Set<number>();
  if (whole.runs.length > 0) for (const band of bandsOf(signatureOf(whole.runs))) keys.add(band);
  for (const title of titles)
    if (title.syllables.length > 1)
      for (const band of bandsOf(signatureOf(pairsOfSyllables(title))).subarray(0, TITLE_BANDS))
        keys.add(band ^ 0x55555555);
  const numbers = chosen(whole.facts, "number");
  const names = chosen(whole.facts, "name");
  for (const [at, number] of numbers.entries())
    for (const other of [...numbers.slice(at + 1), ...names]) keys.add(mix(number, other) | 0);
  return [...keys];
}
