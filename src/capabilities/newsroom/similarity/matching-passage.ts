import { type ReadText, visible } from "./read-syllables.ts";

export interface Passage {
  mine: string;
  theirs: string;
}

/** Longer sentences are cut. */
const LONGEST = 320;

interface Text {
  read: ReadText;
  written: string;
}

/** A sentence of a text as it is written. */
function sentenceIn({ read: { places }, written }: Text, sentence: number): string {
  const words = visible(written)
    .slice(places[2 * sentence], places[2 * sentence + 1])
    .replace(/\s+/g, " ");
  return words.length <= LONGEST ? words : `${words.slice(0, words.lastIndexOf(" ", LONGEST))}…`;
}

/** The two sentences, one of each text, that have most in common; null when none has anything. */
export function matchingPassage(mine: Text, theirs: Text): Passage | null {
  const [a, b] = [mine.read, theirs.read];
  const runs = new Map<number, number>();
  const facts = new Map(b.facts.map(({ hash, at }) => [hash, b.sentenceOf[at]!]));
  for (let at = b.runs.length - 1; at >= 0; at -= 1) runs.set(b.runs[at]!, b.sentenceOf[at]!);
  /** How much each pair of sentences has in common. */
  const met = new Map<number, number>();
  const meet = (one: number, other: number | undefined, worth: number) => {
    if (other === undefined) return;
    const pair = one * b.sentences.length + other;
    met.set(pair, (met.get(pair) ?? 0) + worth);
  };
  for (let at = 0; at < a.runs.length; at += 1) meet(a.sentenceOf[at]!, runs.get(a.runs[at]!), 1);
  for (const { hash, at } of a.facts) meet(a.sentenceOf[at]!, facts.get(hash), 2);
  const [best] = [...met].sort((one, other) => other[1] - one[1]);
  if (!best) return null;
  const other = best[0] % b.sentences.length;
  const one = (best[0] - other) / b.sentences.length;
  return { mine: sentenceIn(mine, one), theirs: sentenceIn(theirs, other) };
}
