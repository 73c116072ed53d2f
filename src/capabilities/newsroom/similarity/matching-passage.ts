import type { ReadText } from "./read-syllables.ts";

export interface Passage {
  mine: string;
  theirs: string;
}

/** Longer sentences are cut. */
const LONGEST = 320;

/** Where each sentence begins and ends among the syllables. */
function sentencesOf(text: ReadText): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (let at = 0; at < text.syllables.length; at += 1) {
    const last = found[text.sentenceOf[at]!];
    if (last) last.to = at + 1;
    else found.push({ from: at, to: at + 1 });
  }
  return found;
}

function written(text: ReadText, { from, to }: { from: number; to: number }): string {
  const words = text.text.slice(text.from[from], text.to[to - 1]).replace(/\s+/g, " ");
  return words.length <= LONGEST ? words : `${words.slice(0, words.lastIndexOf(" ", LONGEST))}…`;
}

/** The two sentences, one of each text, that have most in common; null when none has anything. */
export function matchingPassage(mine: ReadText, theirs: ReadText): Passage | null {
  const runs = new Map<number, number>();
  const facts = new Map(theirs.facts.map(({ hash, at }) => [hash, theirs.sentenceOf[at]!]));
  for (let at = theirs.runs.length - 1; at >= 0; at -= 1) runs.set(theirs.runs[at]!, theirs.sentenceOf[at]!);
  const met = new Map<string, number>();
  const meet = (one: number, other: number | undefined, worth: number) => {
    if (other === undefined) return;
    const pair = `${one} ${other}`;
    met.set(pair, (met.get(pair) ?? 0) + worth);
  };
  for (let at = 0; at < mine.runs.length; at += 1) meet(mine.sentenceOf[at]!, runs.get(mine.runs[at]!), 1);
  for (const { hash, at } of mine.facts) meet(mine.sentenceOf[at]!, facts.get(hash), 2);
  const [best] = [...met].sort((one, other) => other[1] - one[1]);
  if (!best) return null;
  const [one, other] = best[0].split(" ").map(Number);
  return {
    mine: written(mine, sentencesOf(mine)[one!]!),
    theirs: written(theirs, sentencesOf(theirs)[other!]!),
  };
}
