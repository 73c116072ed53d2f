import { isPlainSyllable } from "../text/syllable.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A word that may have been meant, and how far it is from the one typed: 0 is the same. */
export interface Meant {
  word: string;
  cost: number;
}

/** Sounds that many take for one another, or that are written in two ways; both ways, at the beginning of a syllable. */
const ONSETS: [string, string][] = [
  ["l", "n"],
  ["s", "x"],
  ["ch", "tr"],
  ["d", "gi"],
  ["d", "r"],
  ["r", "gi"],
  ["d", "v"],
  ["gi", "v"],
  ["c", "k"],
  ["c", "q"],
  ["g", "gh"],
  ["ng", "ngh"],
  ["f", "ph"],
  ["j", "gi"],
  ["z", "d"],
  ["z", "gi"],
  ["kw", "qu"],
  ["w", "qu"],
];
/** At its end. */
const ENDS: [string, string][] = [
  ["n", "ng"],
  ["n", "nh"],
  ["c", "t"],
  ["ch", "t"],
  ["i", "y"],
  ["k", "c"],
  ["g", "ng"],
  ["h", "nh"],
];
const NEAR_KEYS: Record<string, string> = {
  ...{ q: "wa", w: "qes", e: "wrd", r: "etf", t: "ryg", y: "tuh", u: "yij", i: "uok", o: "ipl", p: "ol" },
  ...{ a: "qsz", s: "awdz", d: "serfx", f: "drtgc", g: "ftyhv", h: "gyujb", j: "huikn", k: "jiol", l: "kop" },
  ...{ z: "asx", x: "zsdc", c: "xdfv", v: "cfgb", b: "vghn", n: "bhjm", m: "njk" },
};
const LETTERS = [..."abcdefghijklmnopqrstuvwxyz"];

const SOUNDS_LIKE = 0.15;
const SWAPPED = 0.2;
const ONE_MORE_OR_LESS = 0.25;
const NEIGHBOUR = 0.3;
const OTHER = 0.4;
/** Somebody who slips mostly gets the first letter right. */
const FIRST = 0.1;
const FAR = 0.5;

/** Everything that is one slip away, with what the slip costs. */
function oneSlipFrom(word: string): Map<string, number> {
  const found = new Map<string, number>();
  const add = (made: string, cost: number) => {
    if (made !== word && cost < (found.get(made) ?? 1)) found.set(made, cost);
  };
  for (const [a, b] of ONSETS)
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const)
      if (word.startsWith(from)) add(to + word.slice(from.length), SOUNDS_LIKE);
  for (const [a, b] of ENDS)
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const)
      if (word.endsWith(from)) add(word.slice(0, word.length - from.length) + to, SOUNDS_LIKE);
  for (let at = 0; at <= word.length; at += 1) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    const first = at === 0 ? FIRST : 0;
    if (after.length > 0) {
      const doubled = after[0] === before.at(-1);
      add(before + after.slice(1), (doubled ? SOUNDS_LIKE : ONE_MORE_OR_LESS) + first);
    }
    if (after.length > 1) add(before + after[1] + after[0] + after.slice(2), SWAPPED + first);
    for (const letter of LETTERS) {
      add(before + letter + after, ONE_MORE_OR_LESS + first);
      if (after.length > 0)
        add(
          before + letter + after.slice(1),
          (NEAR_KEYS[after[0]!]?.includes(letter) ? NEIGHBOUR : OTHER) + first,
        );
    }
  }
  return found;
}

/** Whether one can be made of the other by two slips; only words of nearly the same length are asked. */
function withinTwo(a: string, b: string): boolean {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1)
      current.push(
        Math.min(
          previous[column]! + 1,
          current[column - 1]! + 1,
          previous[column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1),
        ),
      );
    if (Math.min(...current) > 2) return false;
    previous = current;
  }
  return previous[b.length]! <= 2;
}

const MOST = 6;

/** Words of the vocabulary that may have been meant by `word` (without diacritics), the likeliest first. */
export function meantBy(word: string, { known }: Vocabulary): Meant[] {
  if (word.length < 3 || word.length > 20 || !/^[a-z]+$/.test(word)) return [];
  const meant: Meant[] = [];
  for (const [made, cost] of oneSlipFrom(word)) {
    if (made.length > 1 && known.has(made)) meant.push({ word: made, cost });
  }
  if (meant.length === 0 && word.length >= 6) {
    for (const other of known.keys()) {
      if (other[0] !== word[0] || Math.abs(other.length - word.length) > 2 || other.length < 5) continue;
      if (withinTwo(word, other)) meant.push({ word: other, cost: FAR });
    }
  }
  return meant.sort((a, b) => a.cost - b.cost || known.get(b.word)! - known.get(a.word)!).slice(0, MOST);
}

const MOST_PARTS = 6;

/**
 * A word that is several run together: "thutuc" is "thu tuc". Of the ways to part it the one with the fewest parts,
 * then with the most neighbours that stand so in titles. Null: it is none.
 */
export function partsOf(word: string, plain: string, { known, pairs }: Vocabulary): string[] | null {
  if (plain.length < 4 || plain.length > 40 || [...word].length !== plain.length) return null;
  interface Way {
    cuts: number[];
    worth: number;
  }
  const ways: (Way | null)[] = [{ cuts: [], worth: 0 }];
  const letters = [...word];
  for (let end = 1; end <= plain.length; end += 1) {
    let best: Way | null = null;
    for (let from = Math.max(0, end - 12); from < end; from += 1) {
      const way = ways[from];
      const part = plain.slice(from, end);
      if (!way || way.cuts.length >= MOST_PARTS || part.length === plain.length) continue;
      if (!known.has(part) || !(isPlainSyllable(part) || part.length > 4)) continue;
      const before = way.cuts.length > 0 ? plain.slice(way.cuts.at(-2) ?? 0, from) : null;
      const meets = before !== null && pairs.has(`${before} ${part}`) ? 3 : 0;
      const worth = way.worth - 1 + meets + Math.min(1, known.get(part)! / 20);
      if (!best || worth > best.worth) best = { cuts: [...way.cuts, end], worth };
    }
    ways[end] = best;
  }
  const way = ways[plain.length];
  if (!way || way.cuts.length < 2) return null;
  return way.cuts.map((end, index) => letters.slice(way.cuts[index - 1] ?? 0, end).join(""));
}
