import { bandsOf, signatureOf } from "./min-hash.ts";
import { type Fact, mix, type ReadText } from "./read-syllables.ts";

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

/** What two texts of the same news share at least one of: bands of runs, of the title, pairs of numbers and names. */
export function textKeys(title: ReadText, whole: ReadText): number[] {
  const keys = new Set<number>();
  if (whole.runs.length > 0) for (const band of bandsOf(signatureOf(whole.runs))) keys.add(band);
  if (title.syllables.length > 1)
    for (const band of bandsOf(signatureOf(pairsOfSyllables(title))).subarray(0, TITLE_BANDS))
      keys.add(band ^ 0x55555555);
  const numbers = chosen(whole.facts, "number");
  const names = chosen(whole.facts, "name");
  for (const [at, number] of numbers.entries())
    for (const other of [...numbers.slice(at + 1), ...names]) keys.add(mix(number, other) | 0);
  return [...keys];
}
