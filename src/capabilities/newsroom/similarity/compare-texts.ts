import type { Fact } from "./facts.ts";
import type { ReadText } from "./read-syllables.ts";
import { type Counts, toldShortly } from "./told-shortly.ts";
import { usual } from "./usual-syllables.ts";

/** What is known of the texts around a pair. */
export interface Surroundings extends Counts {
  /** In how many of them a syllable stands. */
  syllableIn: (hash: number) => number;
}

export interface Likeness {
  kind: "duplicate" | "possible";
  /** How alike, 0 to 1. */
  score: number;
}

interface Side {
  covered: Uint8Array;
  /** Syllables in each sentence, and those of them that the other has in a run of three. */
  size: Uint32Array;
  met: Uint32Array;
}

/** `shared`: the runs that both texts have. */
function sideOf(text: ReadText, shared: Set<number>): Side {
  const covered = new Uint8Array(text.syllables.length);
  for (let at = 0; shared.size > 0 && at < text.runs.length; at += 1)
    if (shared.has(text.runs[at]!)) covered[at] = covered[at + 1] = covered[at + 2] = 1;
  const size = new Uint32Array(text.sentences.length);
  const met = new Uint32Array(text.sentences.length);
  for (let at = 0; at < covered.length; at += 1) {
    size[text.sentenceOf[at]!]! += 1;
    met[text.sentenceOf[at]!]! += covered[at]!;
  }
  return { covered, size, met };
}

/** A sentence stands in the other text too when so much of it does. */
const MET = 0.35;

const matched = ({ size, met }: Side, sentence: number) => met[sentence]! >= size[sentence]! * MET;

function shares({ covered, size, met }: Side) {
  let [inSentences, inRuns] = [0, 0];
  for (let at = 0; at < size.length; at += 1) {
    inRuns += met[at]!;
    if (met[at]! >= size[at]! * MET) inSentences += size[at]!;
  }
  return { sentences: inSentences / covered.length, runs: inRuns / covered.length };
}

interface Agreement {
  /** Share of the weight of one side's facts that the other has too. */
  share: number;
  count: number;
  weight: number;
  shared: number;
  /** How many different ones the other has too. */
  sharedCount: number;
}

function agreement(facts: Iterable<Fact>, other: ReadText, weigh: (hash: number) => number): Agreement {
  const seen = new Set<number>();
  const known = new Set(other.facts.map(({ hash }) => hash));
  let anyWords: Set<number> | null = null;
  let [weight, shared, sharedCount] = [0, 0, 0];
  for (const { hash, kind } of facts) {
    if (seen.has(hash)) continue;
    seen.add(hash);
    const worth = weigh(hash);
    weight += worth;
    if (kind === "name" && !other.cased) anyWords ??= new Set(other.syllables);
    if (known.has(hash) || (kind === "name" && anyWords?.has(hash))) {
      shared += worth;
      sharedCount += 1;
    }
  }
  return { share: weight === 0 ? 1 : shared / weight, count: seen.size, weight, shared, sharedCount };
}

/** How alike two texts are by their less usual syllables: the cosine of their weighted counts. */
function cosine(a: ReadText, b: ReadText, keep: Keep, weigh: (hash: number) => number): number {
  const counts = (text: ReadText) => {
    const all = new Map<number, number>();
    for (let at = 0; at < text.syllables.length; at += 1)
      if (keep(text, at)) all.set(text.syllables[at]!, (all.get(text.syllables[at]!) ?? 0) + 1);
    for (const [hash, count] of all) all.set(hash, (1 + Math.log(count)) * weigh(hash));
    return all;
  };
  const [one, other] = [counts(a), counts(b)];
  const length = (all: Map<number, number>) => Math.sqrt(all.values().reduce((sum, x) => sum + x * x, 0));
  let product = 0;
  for (const [hash, value] of one) product += value * (other.get(hash) ?? 0);
  return product === 0 ? 0 : product / (length(one) * length(other));
}

type Keep = (text: ReadText, at: number) => boolean;

/** Fewer syllables than these say too little to tell a repost from chance. */
const FEWEST = 8;

/**
 * Whether two texts are the same piece of news: `duplicate` when one is the other, whatever was edited, moved, put
 * before or after; `possible` when it is told anew; null when they only share their subject, their mould or passages
 * that many carry.
 */
export function compareWith(
  a: ReadText,
  around: Surroundings,
): (b: ReadText, part?: { isBeginning?: boolean }) => Likeness | null {
  const runsOfA = new Set(a.runs);
  const weigh = (hash: number) => Math.log((around.size + 50) / (around.factIn(hash) + 0.5));
  const shortly = toldShortly(a, around);
  return (b, { isBeginning = false } = {}) => {
    if (a.syllables.length < FEWEST || b.syllables.length < FEWEST) return sameWhole(a, b);
    if (sameWords(a, b)) return { kind: "duplicate", score: 1 };
    // What would tell of another event may stand after the beginning.
    const short = isBeginning ? null : shortly(b);
    // A few sentences of one mould differ in nothing but the day, the place and the numbers.
    if (short === "other") return null;
    const shared = new Set(b.runs.filter((run) => runsOfA.has(run)));
    const pair = { a, b, one: sideOf(a, shared), other: sideOf(b, shared), weigh, around };
    return (
      asDuplicate(pair) ?? asPossible(pair) ?? (short === null ? null : { kind: "possible", score: short })
    );
  };
}

interface Pair {
  a: ReadText;
  b: ReadText;
  /** What of a stands in b, and the other way round. */
  one: Side;
  other: Side;
  /** How much a name or number tells. */
  weigh: (hash: number) => number;
  around: Surroundings;
}

/** Word for word the same, marks and case aside. */
export const sameWords = (a: ReadText, b: ReadText): boolean =>
  a.syllables.length > 0 &&
  a.syllables.length === b.syllables.length &&
  a.syllables.every((hash, at) => hash === b.syllables[at]);

const sameWhole = (a: ReadText, b: ReadText): Likeness | null =>
  sameWords(a, b) ? { kind: "duplicate", score: 1 } : null;

const within = (side: Side, text: ReadText, met: boolean) =>
  text.facts.filter(({ at }) => matched(side, text.sentenceOf[at]!) === met);

/** How far the facts of each side stand in the other. */
function agreements({ a, b, weigh }: Pair, inA: Fact[], inB: Fact[], kind?: Fact["kind"]) {
  const of = (facts: Fact[]) => (kind ? facts.filter((fact) => fact.kind === kind) : facts);
  const both = [agreement(of(inA), b, weigh), agreement(of(inB), a, weigh)] as const;
  return {
    least: Math.min(both[0].share, both[1].share),
    most: Math.max(both[0].share, both[1].share),
    count: Math.min(both[0].count, both[1].count),
    met: Math.min(both[0].sharedCount, both[1].sharedCount),
    weight: Math.min(both[0].weight, both[1].weight),
    metWeight: Math.min(both[0].shared, both[1].shared),
  };
}

/** Two reports of one mould meet in their words and part in their days, numbers and names. */
function conflict(pair: Pair, inA: Fact[], inB: Fact[]): boolean {
  const numbers = agreements(pair, inA, inB, "number");
  if (numbers.count >= 2 && numbers.most < 0.3) return true;
  const names = agreements(pair, inA, inB, "name");
  if (pair.a.cased && pair.b.cased && names.count >= 2 && names.most < 0.3) return true;
  const all = agreements(pair, inA, inB);
  return all.count >= 3 && all.most < 0.45;
}

function asDuplicate(pair: Pair): Likeness | null {
  const { a, b, one, other } = pair;
  const [inA, inB] = [shares(one), shares(other)];
  const lengths = [a.syllables.length, b.syllables.length];
  const [short, long] = [Math.min(...lengths), Math.max(...lengths)];
  const least = { sentences: Math.min(inA.sentences, inB.sentences), runs: Math.min(inA.runs, inB.runs) };
  const most = { sentences: Math.max(inA.sentences, inB.sentences), runs: Math.max(inA.runs, inB.runs) };
  const whole = least.sentences >= 0.6 && least.runs >= 0.4;
  const contained = most.sentences >= 0.85 && most.runs >= 0.6 && short >= 30 && short >= long * 0.35;
  const muchEdited = least.sentences >= 0.45 && least.runs >= 0.28;
  if (!whole && !contained && !muchEdited) return null;
  const [metA, metB] = [within(one, a, true), within(other, b, true)];
  if (conflict(pair, metA, metB)) return null;
  const sameFacts = agreements(pair, a.facts, b.facts).least >= 0.5;
  if (!whole && !contained && !(sameFacts && alikeIn(pair, everything) >= 0.65)) return null;
  // What both have of their own tells more than what they share: a passage that many carry around other news.
  const apart = agreements(pair, within(one, a, false), within(other, b, false)).weight;
  if (least.runs < 0.9 && !sameFacts && apart > 0 && apart >= agreements(pair, metA, metB).metWeight)
    return null;
  return { kind: "duplicate", score: Math.min(1, (least.runs + most.runs) / 2) };
}

const everything: Keep = () => true;

/** How alike the words are, the usual ones counting little. */
const alikeIn = ({ a, b, around }: Pair, keep: Keep) =>
  cosine(a, b, keep, (hash) =>
    usual.has(hash) ? 0.3 : Math.log((around.size + 50) / (around.syllableIn(hash) + 0.5)),
  );

/** Told anew: the words differ, the people, places, days and numbers are the same. */
function asPossible(pair: Pair): Likeness | null {
  const { a, b, around } = pair;
  const whole = agreements(pair, a.facts, b.facts);
  if (whole.met < 2 || agreements(pair, a.facts, b.facts, "number").most < 0.5) return null;
  const own: Keep = (text, at) => !around.common(text.sentences[text.sentenceOf[at]!]!);
  const enough = (text: ReadText) => {
    let count = 0;
    for (let at = 0; at < text.syllables.length && count < 20; at += 1) if (own(text, at)) count += 1;
    return count >= 20;
  };
  // Passages that many carry are left out, unless there is hardly anything else.
  const keep = enough(a) && enough(b) ? own : everything;
  const facts = (text: ReadText) => text.facts.filter(({ at }) => keep(text, at));
  const [inA, inB] = [facts(a), facts(b)];
  if (conflict(pair, inA, inB) || agreements(pair, inA, inB, "number").most < 0.5) return null;
  const names = agreements(pair, inA, inB, "name");
  if (a.cased && b.cased && names.count >= 2 && names.most < 0.5) return null;
  const { met, most, least } = agreements(pair, inA, inB);
  if (met < 2 || most < 0.6 || least < 0.35) return null;
  const alike = alikeIn(pair, keep);
  const told =
    (met >= 4 && alike >= 0.25) ||
    (met >= 3 && most >= 0.7 && least >= 0.45 && alike >= 0.3) ||
    (most >= 0.7 && least >= 0.45 && alike >= 0.45);
  return told ? { kind: "possible", score: (alike + least) / 2 } : null;
}

const worth = (hashes: Iterable<number>) => {
  let sum = 0;
  for (const hash of hashes) sum += usual.has(hash) ? 0.3 : 1;
  return sum;
};

/** How much of a title stands in a text, 0.75 to 1; null when it is of something else. */
export function titleWithin(title: ReadText, text: ReadText): number | null {
  const [asked, said] = [new Set(title.syllables), new Set(text.syllables)];
  if (asked.size < 4) return null;
  const share = worth(asked.intersection(said)) / worth(asked);
  return share < 0.75 ? null : share;
}

/** How alike two titles are, 0.6 to 1; null when they are of other things, or say other days, numbers and names. */
export function likeTitles(a: ReadText, b: ReadText): number | null {
  const [one, other] = [new Set(a.syllables), new Set(b.syllables)];
  if (one.size < 4 || other.size < 4) return null;
  const likeness = worth(one.intersection(other)) / worth(one.union(other));
  if (likeness < 0.6) return null;
  const weigh = () => 1;
  const facts = [agreement(a.facts, b, weigh), agreement(b.facts, a, weigh)];
  return facts.every(({ count }) => count > 0) && facts.every(({ share }) => share < 0.5) ? null : likeness;
}
