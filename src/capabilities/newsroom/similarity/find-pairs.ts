import { compareWith, type Likeness, type Surroundings, sameWords } from "./compare-texts.ts";
import { mix } from "./hashes.ts";
import { bandsOf, estimate, signatureOf } from "./min-hash.ts";
import { type ReadText, readSyllables } from "./read-syllables.ts";
import { leadOf, pairsOf, SHORT } from "./told-shortly.ts";

export interface NamedText {
  name: string;
  text: string;
}

export interface FoundPair extends Likeness {
  a: string;
  b: string;
}

/** A sentence that so many texts carry tells little. */
const COMMON = 3;
/** A key that more texts share picks none of them out. */
const CROWD = 60;
/** The likeliest others that each text is compared with, by its runs, by its names and numbers, by its words. */
const OTHERS = { byRuns: 300, byFacts: 40, byPairs: 40 };

function count(into: Map<number, number>, hashes: Iterable<number>): void {
  for (const hash of new Set(hashes)) into.set(hash, (into.get(hash) ?? 0) + 1);
}

/** The runs that lie in sentences of the text's own. */
function* ownRuns({ runs, sentenceOf, sentences }: ReadText, common: (sentence: number) => boolean) {
  for (let at = 0; at < runs.length; at += 1) if (!common(sentences[sentenceOf[at]!]!)) yield runs[at]!;
}

/** Which texts share each key, keys of a crowd aside. Most keys are one text's: no list is kept for those. */
class Shelf {
  private readonly holders = new Map<number, number | number[]>();
  put(key: number, text: number): void {
    const there = this.holders.get(key);
    if (there === undefined) this.holders.set(key, text);
    else if (typeof there === "number") {
      if (there !== text) this.holders.set(key, [there, text]);
    } else if (there.length <= CROWD && there.at(-1) !== text) there.push(text);
  }
  /** How many keys each earlier text shares, by the text. */
  before(text: number, keys: Iterable<number>): Map<number, number> {
    const met = new Map<number, number>();
    for (const key of keys) {
      const there = this.holders.get(key);
      if (there === undefined || (typeof there === "object" && there.length > CROWD)) continue;
      for (const other of typeof there === "number" ? [there] : there)
        if (other < text) met.set(other, (met.get(other) ?? 0) + 1);
    }
    return met;
  }
}

const likeliest = (met: Map<number, number>, most: number): number[] =>
  [...met]
    .sort((one, other) => other[1] - one[1])
    .slice(0, most)
    .map(([other]) => other);

/**
 * The pairs among `texts` that are the same news, in the order of their names. Time and memory grow with the texts'
 * length and their number: keys pick out whom each is compared with.
 */
export async function findPairs(texts: AsyncIterable<NamedText> | Iterable<NamedText>): Promise<FoundPair[]> {
  const all: { name: string; read: ReadText; whole: number }[] = [];
  const [sentencesIn, factsIn, syllablesIn, pairsIn] = [
    new Map<number, number>(),
    new Map<number, number>(),
    new Map<number, number>(),
    new Map<number, number>(),
  ];
  for await (const { name, text } of texts) {
    const read = readSyllables(text);
    let whole = read.syllables.length;
    for (const syllable of read.syllables) whole = mix(whole, syllable);
    all.push({ name, read, whole });
    count(sentencesIn, read.sentences);
    count(
      factsIn,
      read.facts.map(({ hash }) => hash),
    );
    count(syllablesIn, read.syllables);
    count(pairsIn, leadOf(read));
  }
  const around: Surroundings = {
    size: all.length,
    factIn: (hash) => factsIn.get(hash) ?? 0,
    syllableIn: (hash) => syllablesIn.get(hash) ?? 0,
    pairIn: (pair) => pairsIn.get(pair) ?? 0,
    common: (sentence) => (sentencesIn.get(sentence) ?? 0) >= COMMON,
  };
  const runs = new Shelf();
  const facts = new Shelf();
  const leads = new Shelf();
  /** Texts by a hash of all their words. */
  const wholes = new Map<number, number[]>();
  const signatures: { all: Uint32Array; own: Uint32Array }[] = [];
  const pairs: FoundPair[] = [];
  const add = (one: number, other: number, likeness: Likeness) => {
    const [a, b] = [all[one]!.name, all[other]!.name].sort();
    pairs.push({ a: a!, b: b!, ...likeness, score: Math.round(likeness.score * 1000) / 1000 });
  };
  for (const [at, { read, whole }] of all.entries()) {
    if (read.syllables.length === 0) {
      signatures.push({ all: new Uint32Array(0), own: new Uint32Array(0) });
      continue;
    }
    const sameKey = wholes.get(whole) ?? [];
    const same = sameKey.filter((other) => sameWords(all[other]!.read, read));
    for (const other of same) add(other, at, { kind: "duplicate", score: 1 });
    wholes.set(whole, [...sameKey, at]);
    const signature = signatureOf(read.runs);
    const hasCommon = read.sentences.some(around.common);
    const own = hasCommon ? signatureOf(ownRuns(read, around.common)) : signature;
    signatures.push({ all: signature, own });
    const keys = new Set([...bandsOf(signature), ...bandsOf(own).map((key) => key ^ 0x55555555)]);
    const told = new Set(read.facts.map(({ hash }) => hash));
    const near = likeliest(runs.before(at, keys), OTHERS.byRuns).filter((other) => {
      const its = signatures[other]!;
      return estimate(signature, its.all) >= 0.05 || estimate(own, its.own) >= 0.05;
    });
    const alike = facts.before(at, told);
    for (const [other, met] of alike) if (met < 2) alike.delete(other);
    // Of two long ones, runs and facts tell.
    const short = read.syllables.length <= SHORT;
    const lead = short ? pairsOf(read) : leadOf(read);
    const words = leads.before(at, lead);
    for (const [other, met] of words)
      if (met < 2 || !(short || all[other]!.read.syllables.length <= SHORT)) words.delete(other);
    const done = new Set(same);
    const likenessOf = compareWith(read, around);
    const others = [...near, ...likeliest(alike, OTHERS.byFacts), ...likeliest(words, OTHERS.byPairs)];
    for (const other of new Set(others)) {
      if (done.has(other)) continue;
      const likeness = likenessOf(all[other]!.read);
      if (likeness) add(other, at, likeness);
    }
    for (const key of keys) runs.put(key, at);
    for (const hash of told) facts.put(hash, at);
    for (const pair of lead) leads.put(pair, at);
  }
  return pairs.sort((one, other) => compareNames(one.a, other.a) || compareNames(one.b, other.b));
}

const compareNames = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
