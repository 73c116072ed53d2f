import { hashOf, mix } from "./hashes.ts";
import type { ReadText } from "./read-syllables.ts";
import { usual } from "./usual-syllables.ts";

/** A text of no more syllables is short: few sentences, in which a rewording keeps neither runs nor many facts. */
export const SHORT = 80;
/** What is told in other words is never wholly the same. */
const SURE = 0.95;
/** Fewer pairs of words say too little. */
const FEWEST = 6;
/** Words of no more texts than these are all as rare. */
const RARE = 5;
/** More pairs than these are not asked of a short text. */
const ENOUGH = 40;

/** A word or fact that so many texts hold, and so large a share of them, is of a passage that many carry. */
const CARRIED = { texts: 20, share: 0.1 };

/** How many texts hold a pair of syllables, a name or number, among how many; which sentences many carry. */
export interface Counts {
  size: number;
  pairIn: (pair: number) => number;
  factIn: (hash: number) => number;
  common: (sentence: number) => boolean;
}

const isCarried = (count: number, size: number) => count > Math.max(CARRIED.texts, size * CARRIED.share);

/** Two syllables side by side in a sentence, most of them a word, by where they stand; usual ones aside. */
function eachPair(
  { syllables, sentenceOf }: Pick<ReadText, "syllables" | "sentenceOf">,
  take: (pair: number, at: number) => void,
): void {
  for (let at = 0; at + 1 < syllables.length; at += 1) {
    const [one, other] = [syllables[at]!, syllables[at + 1]!];
    if (sentenceOf[at] !== sentenceOf[at + 1] || (usual.has(one) && usual.has(other))) continue;
    take(mix(one, other), at);
  }
}

export function pairsOf(text: Pick<ReadText, "syllables" | "sentenceOf">): Set<number> {
  const pairs = new Set<number>();
  eachPair(text, (pair) => pairs.add(pair));
  return pairs;
}

/** Syllables of a text's beginning, with its title and what sums it up. */
const LEAD = 48;

/** The pairs of a text's beginning, by which it is found again. */
export const leadOf = ({ syllables, sentenceOf }: ReadText): Set<number> =>
  pairsOf({ syllables: syllables.subarray(0, LEAD), sentenceOf: sentenceOf.subarray(0, LEAD) });

/** Family and middle names, which tell nobody apart. */
const familyNames = new Set(
  "nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly thi van".split(" ").map(hashOf),
);

/** A round number says about how many: 300 is met by 320, 1.200 by 1.247. */
function isAbout(one: number, other: number): boolean {
  const grain = (value: number) => {
    let grain = 1;
    while (value % (grain * 10) === 0 && grain * 10 <= value) grain *= 10;
    return grain;
  };
  const reach = Math.max(grain(one), grain(other));
  return reach >= 10 && Math.abs(one - other) < reach && Math.abs(one - other) <= 0.25 * Math.max(one, other);
}

/** When, how many, where and who a text says of its own; the passages that many carry are left out. */
interface OwnFacts {
  days: Set<number>;
  counts: Set<number>;
  names: Set<number>;
  syllables: Uint32Array;
}

/** Pairs of words that a text says of its own. */
interface OwnPairs {
  all: Set<number>;
  /** Of the first sentence alone: the title, or what a title would say. */
  title: Set<number>;
}

const isOwn =
  ({ sentenceOf, sentences }: ReadText, common: Counts["common"]) =>
  (at: number) =>
    !common(sentences[sentenceOf[at]!]!);

function ownFacts(text: ReadText, { size, factIn, common }: Counts): OwnFacts {
  const own = isOwn(text, common);
  const facts = text.facts.filter(({ at, hash }) => own(at) && !isCarried(factIn(hash), size));
  const valuesOf = (days: boolean) =>
    facts.flatMap(({ value, isDay = false }) => (value !== undefined && isDay === days ? [value] : []));
  return {
    days: new Set(valuesOf(true)),
    counts: new Set(valuesOf(false)),
    names: new Set(
      facts.flatMap(({ kind, hash }) => (kind === "name" && !familyNames.has(hash) ? [hash] : [])),
    ),
    syllables: text.syllables,
  };
}

/** `met`: pairs of the other text. Of one that has more, those among them are enough. */
function ownPairs(text: ReadText, { size, pairIn, common }: Counts, met: Set<number> | null): OwnPairs {
  const carried = Array.from(text.sentences, (sentence) => common(sentence));
  const named = new Set(text.facts.flatMap(({ kind, at }) => (kind === "name" ? [at] : [])));
  const [all, title] = [new Set<number>(), new Set<number>()];
  eachPair(text, (pair, at) => {
    const sentence = text.sentenceOf[at]!;
    const wanted = met === null || sentence === 0 || all.size <= met.size || met.has(pair);
    // What a name says is told among the names.
    if (!wanted || carried[sentence] || (named.has(at) && named.has(at + 1))) return;
    if (isCarried(pairIn(pair), size)) return;
    all.add(pair);
    if (sentence === 0) title.add(pair);
  });
  return { all, title };
}

/** Those of the names that a text has among its words. */
const saidBy = ({ syllables }: OwnFacts, names: Set<number>): Set<number> =>
  new Set(names.size === 0 ? [] : syllables.filter((syllable) => names.has(syllable)));

/**
 * How strongly what both say of when, how many, where and who speaks for one event; null when it speaks for two: other
 * days, or other numbers or places that nothing else outweighs.
 */
function oneEvent(a: OwnFacts, b: OwnFacts): number | null {
  const days = a.days.intersection(b.days).size;
  if (days === 0 && a.days.size > 0 && b.days.size > 0) return null;
  const counts = a.counts.intersection(b.counts);
  const about = [...a.counts].filter(
    (one) => !counts.has(one) && [...b.counts].some((other) => isAbout(one, other)),
  );
  const names = saidBy(b, a.names).union(saidBy(a, b.names)).size;
  const fewer = Math.min(a.names.size, b.names.size);
  if (fewer > 0 && names < Math.min(2, fewer) && counts.size + days < 2) return null;
  const otherCounts = a.counts.size > 0 && b.counts.size > 0 && counts.size + about.length === 0;
  if (otherCounts && (days === 0 || names < 2)) return null;
  const told = 2 * Math.min(days, 1) + 2 * Math.min(counts.size, 3) + Math.min(about.length, 2);
  // One place sees many events.
  return told + Math.min(names, told > 0 ? 2 : 1);
}

/** How much of what the shorter one says in its telling words the other says too, 0 to 1; rare words tell more. */
function saidOfShorter(a: OwnPairs, b: OwnPairs, { size, pairIn }: Counts): number {
  const [less, more] = a.all.size <= b.all.size ? [a.all, b.all] : [b.all, a.all];
  if (less.size < FEWEST) return 0;
  const rarity = (count: number) => Math.log((size + 50) / (Math.max(count, RARE) + 1));
  let shared = 0;
  for (const pair of less) if (more.has(pair)) shared += Math.max(0.1, rarity(pairIn(pair)) / rarity(RARE));
  return Math.min(1, shared / Math.min(less.size, ENOUGH));
}

/** Whether one says most of what the other has as its title. */
const saysTitle = (a: OwnPairs, b: OwnPairs): boolean =>
  [[a.title, b.all] as const, [b.title, a.all] as const].some(
    ([title, pairs]) => title.size >= FEWEST && title.intersection(pairs).size >= title.size / 2,
  );

/** The less of the words is the same, the more must speak for one event: [of the words, of the event]. */
const enough = [
  [0.18, 5],
  [0.25, 4],
  [0.28, 3],
  [0.3, 2],
  [0.42, 1],
  [0.5, 0],
] as const;

/**
 * Where one of two texts is short: how alike they are when one tells in its own words what the other tells, `other`
 * when they tell of two events, null when neither can be said.
 */
export function toldShortly(a: ReadText, counts: Counts): (b: ReadText) => number | "other" | null {
  let [facts, pairs]: [OwnFacts | null, OwnPairs | null] = [null, null];
  return (b) => {
    if (Math.min(a.syllables.length, b.syllables.length) > SHORT) return null;
    facts ??= ownFacts(a, counts);
    const event = oneEvent(facts, ownFacts(b, counts));
    if (event === null) return "other";
    pairs ??= ownPairs(a, counts, null);
    const others = ownPairs(b, counts, pairs.all);
    const said = saidOfShorter(pairs, others, counts);
    const speaking = event + (saysTitle(pairs, others) ? 2 : 0);
    return enough.some(([words, speaks]) => said >= words && speaking >= speaks)
      ? Math.min(SURE, said + speaking / 20)
      : null;
  };
}
