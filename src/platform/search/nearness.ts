import { unaccent } from "../text/unaccent.ts";
import { plainOf } from "./read-query.ts";
import type { Meant } from "./slips.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** One word of a query: what may have been meant by it, and how much it tells. */
export interface AskedWord {
  /** As it was typed. */
  typed: string;
  meant: Meant[];
  weight: number;
}

/** Words with which people ask and which tell nothing of what they look for. */
const ASKING = new Set(
  (
    "toi minh em anh chi ban muon can xin hoi cho lam the nao nhu o dau bao nhieu gi phai duoc khong co de khi thi va cua cac " +
    "nhung ve voi tai theo tu trong ra mot ai nho giup huong dan cach may sao la bi nay do hay hoac ma se da dang roi lai"
  ).split(" "),
);
export const isAsking = (word: string): boolean => ASKING.has(word);
const ASKING_WEIGHT = 0.25;
/** What no text holds and nothing looks like tells hardly anything. */
const UNKNOWN_WEIGHT = 0.1;
/** A word that no title holds tells less than any that one does: what is looked for is named in titles. */
const UNTITLED_WEIGHT = 0.3;

/** How much a word tells: the fewer titles hold it, the more; 1 for one that stands in a single title. */
export function weightOf(words: string[], { titles, inTitles }: Vocabulary): number {
  if (words.length === 0) return UNKNOWN_WEIGHT;
  const most = Math.log(titles + 2);
  const holding = Math.max(0, ...words.map((word) => inTitles.get(word) ?? 0));
  const rarity = holding === 0 ? UNTITLED_WEIGHT : Math.log((titles + 2) / (holding + 0.5)) / most;
  const asks = words.some((word) => ASKING.has(word)) ? ASKING_WEIGHT : 1;
  return Math.max(0.02, Math.min(1, rarity)) * asks;
}

export interface NearText {
  /** Words of the title without diacritics and signs. */
  title: string[];
  /** Of the text without diacritics, between spaces; "" when it is not known. */
  text: string;
}

/** In the text alone a word counts this much. */
const IN_TEXT = 0.45;
const NEIGHBOURS = 0.2;
const BREVITY = 0.15;
const BEGINNING = 0.05;

export interface Nearness {
  /** Part of what was asked that the text holds, by weight: 0 to 1. */
  cover: number;
  /** Above that: neighbours, a short title, one that begins so. 0 to 1.4 in all. */
  score: number;
  /** Which word was taken for each that was asked. */
  taken: (string | null)[];
}

/** Whether the text, which stands between spaces, holds the word. Spaces are everywhere: letters are looked for first. */
function holds(text: string, sought: string): boolean {
  let at = text.indexOf(sought);
  while (at > 0 && text[at - 1] !== " ") at = text.indexOf(sought, at + 1);
  return at > 0;
}

/** How near a text comes to what was asked; made once for a query, asked of every text. */
export function nearnessTo(asked: AskedWord[]): (text: NearText) => Nearness {
  const words = asked.map(({ meant, weight }) => ({
    weight,
    meant: meant.map(({ word, cost }) => ({ word, worth: 1 - cost, sought: `${word} ` })),
  }));
  const all = words.reduce((sum, { weight }) => sum + weight, 0);
  return ({ title, text }) => {
    const places = new Map<string, number[]>();
    for (const [at, word] of title.entries()) {
      const known = places.get(word);
      if (known) known.push(at);
      else places.set(word, [at]);
    }
    let got = 0;
    const at: (number[] | null)[] = [];
    const taken = words.map(({ meant, weight }) => {
      let best: { word: string; worth: number } | null = null;
      for (const { word, worth } of meant)
        if (worth > (best?.worth ?? 0) && places.has(word)) best = { word, worth };
      // The text is long: nothing is looked for in it that would not be worth more than what is known.
      for (const { word, worth, sought } of meant) {
        const inText = worth * IN_TEXT;
        if (inText > (best?.worth ?? 0) && holds(text, sought)) best = { word, worth: inText };
      }
      at.push((best && places.get(best.word)) ?? null);
      got += (best?.worth ?? 0) * weight;
      return best?.word ?? null;
    });
    const cover = all === 0 ? 0 : got / all;
    let [meeting, pairs] = [0, 0];
    for (let index = 1; index < words.length; index += 1) {
      const weight = words[index - 1]!.weight + words[index]!.weight;
      pairs += weight;
      if (at[index]?.some((place) => at[index - 1]?.includes(place - 1))) meeting += weight;
    }
    const inTitle = at.filter((one) => one !== null).length;
    const brevity = title.length === 0 ? 0 : Math.min(1, inTitle / title.length);
    const begins = at.some((one) => one?.includes(0)) ? BEGINNING : 0;
    const score =
      cover * (1 + BREVITY * brevity + begins) + (pairs === 0 ? 0 : (NEIGHBOURS * meeting) / pairs) * cover;
    return { cover, score, taken };
  };
}

/** The words of a query as they stand, each meaning itself alone. */
export const asAsked = (words: string[], vocabulary: Vocabulary): AskedWord[] =>
  words.map((typed) => {
    const word = plainOf(typed);
    return { typed, meant: [{ word, cost: 0 }], weight: weightOf([word], vocabulary) };
  });

export const titleWords = (titlePlain: string): string[] =>
  titlePlain.split(" ").filter((word) => !word.startsWith("@"));

/** Part of the words typed with diacritics that stand just so. */
export function asWritten(words: string[], title: ReadonlySet<string>): number {
  const accented = words.filter((word) => unaccent(word) !== word);
  if (accented.length === 0) return 0;
  return accented.filter((word) => title.has(word)).length / accented.length;
}
