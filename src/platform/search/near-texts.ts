import { sql } from "drizzle-orm";
import { type AskedWord, isAsking, weightOf } from "./nearness.ts";
import { plainOf } from "./read-query.ts";
import { type Asked, type Column, type Half, literal, mayAskOlder, sorted } from "./search-texts.ts";
import { meantBy } from "./slips.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Words that the index is asked for, those that tell most. */
const WORDS_IN_INDEX = 5;
/** Texts that are looked at closely. */
const MOST = 120;
/** So many are enough to stop asking for less. */
const ENOUGH = 24;
/** A word that is one of the language is seldom a slip for another. */
const ALSO_A_WORD = 0.45;

/** The long part of a code: where no text holds it, what holds the rest is something else. */
const CODE = /^\d{6,}$/;
const CODE_WEIGHT = 4;

/** What may have been meant by each word: itself where it is known, and what is one slip away. */
export function mayMean(words: string[], vocabulary: Vocabulary): AskedWord[] {
  return words.map((typed) => {
    const word = plainOf(typed);
    const isKnown = vocabulary.known.has(word);
    const slips = isAsking(word) ? [] : meantBy(word, vocabulary);
    const others = slips.map((one) => ({
      ...one,
      cost: one.cost + (isKnown ? ALSO_A_WORD : 0),
    }));
    const meant = [...(isKnown ? [{ word, cost: 0 }] : []), ...others];
    // A slip tells as much as the word that was meant.
    const telling = isKnown ? [word] : others.slice(0, 1).map((one) => one.word);
    const weight = meant.length === 0 && CODE.test(word) ? CODE_WEIGHT : weightOf(telling, vocabulary);
    return { typed, meant, weight };
  });
}

const anyOf = (words: string[]) =>
  words.length === 1 ? literal(words) : `(${words.map((word) => literal([word])).join(" | ")})`;

/** What a text may hold for the word; an older one only itself where it is known: a slip into a word is seldom. */
const wordsFor = ({ meant }: AskedWord, half: Half): string[] =>
  (half === "older" && meant[0]!.cost === 0 ? meant.slice(0, 1) : meant).map(({ word }) => word);

/** Every way to take `count` of these. */
function choices<One>(from: One[], count: number): One[][] {
  if (count === 0) return [[]];
  return from.flatMap((one, index) =>
    choices(from.slice(index + 1), count - 1).map((others) => [one, ...others]),
  );
}

/**
 * Objects whose title, or else text, holds the most telling of the words: all, then all but one, then fewer. The newest
 * first; the older ones are asked where these are few, in their text only for all of the words.
 */
export async function nearObjects(
  asked: Asked,
  words: AskedWord[],
  vocabulary: Vocabulary,
): Promise<string[]> {
  const telling = words
    .filter(({ meant }) => meant.length > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, WORDS_IN_INDEX);
  const found = new Set<string>();
  const narrowed = asked.signs.length > 0 ? ` & ${literal(asked.signs)}` : "";
  const ask = async (column: Column, count: number, half: Half) => {
    const groups = telling.map((word) => wordsFor(word, half));
    const ways = choices(groups, count).map((way) => `(${way.map(anyOf).join(" & ")})`);
    const condition = sql`search_words(${sql.raw(column)}) @@ ${`(${ways.join(" | ")})${narrowed}`}::tsquery`;
    const { rows } = await asked.q.execute<{ object_id: string }>(
      sql`select object_id from ${sorted(asked, column, condition, [half])} as found limit ${MOST}`,
    );
    for (const { object_id } of rows) found.add(object_id);
  };
  const look = async (column: "title_plain" | "words_plain", count: number) => {
    await ask(column, count, "newest");
    if (found.size >= ENOUGH) return;
    const isOlderAsked =
      column === "title_plain" ||
      (count === telling.length &&
        mayAskOlder(
          column,
          telling.map((word) => wordsFor(word, "older")),
          vocabulary,
        ));
    if (isOlderAsked) await ask(column, count, "older");
  };
  for (let count = telling.length; count > 0 && found.size < ENOUGH; count -= 1) {
    await look("title_plain", count);
    // What stands in the text alone is of use when nearly everything does.
    if (count === telling.length || (count === telling.length - 1 && count > 1))
      await look("words_plain", count);
  }
  return [...found].slice(0, MOST);
}
