import { and, eq, inArray, sql } from "drizzle-orm";
import type { Queryable } from "../database/database.ts";
import { unaccent } from "../text/unaccent.ts";
import { abbreviationsOf } from "./abbreviations-of.ts";
import { type Narrowing, signsOf } from "./narrowing.ts";
import { mayMean, nearObjects } from "./near-texts.ts";
import { type AskedWord, asAsked, asWritten, nearnessTo, titleWords } from "./nearness.ts";
import { readQuery } from "./read-query.ts";
import { searchTexts } from "./search-texts.ts";
import { searchText } from "./tables.ts";
import { vocabularyOf } from "./vocabulary.ts";

/** One thing that was found, with what is shown of it. */
export interface FoundText {
  kind: string;
  objectId: string;
  code: string | null;
  address: string;
  label: string;
  title: string;
  at: Date;
  fields: string[];
  /** Higher is better. From 1 up the text holds every word, below it nearly says what was asked. */
  score: number;
}

export interface Finding {
  hits: FoundText[];
  /** The words that were looked for, where they are not what was typed; as they are written in what was found. */
  readAs: string | null;
  /** True: no text holds every word; what is shown comes near. */
  nearly: boolean;
  /** What was probably meant, where a word was taken for a slip. */
  meant: string | null;
  /** The words to mark in what is shown, in every spelling that was looked for. */
  words: string[];
  /** What may have been meant by them, without diacritics, where nothing holds them all. */
  otherwise: string[];
  /** Each way in which the query was read; what holds all words of one is counted. */
  readings: string[][];
}

const NOTHING: Finding = {
  ...{ hits: [], readAs: null, nearly: false, meant: null, words: [], otherwise: [], readings: [] },
};
/** Hits that are told apart by how near their titles come; no more are shown of a search. */
export const TOLD_APART = 100;
/** With fewer than this, what comes near is looked for as well. */
const FEW = 5;
/** From so many words on, a text that holds them all somewhere says less than a title that holds most. */
const LONG = 4;
/** What holds less of what was asked is not worth showing. */
const LEAST_COVER = 0.3;
/** Steps in which news is told apart by nearness: within one the newer comes first. */
const STEP = 0.25;
const APART = new Set([0, 4]);

interface Row {
  kind: string;
  objectId: string;
  code: string | null;
  address: string;
  label: string;
  shownTitle: string;
  at: Date;
  fields: string[];
  title: string;
  titlePlain: string;
  text: string;
}

async function rowsOf(
  q: Queryable,
  agencyId: string,
  ids: string[],
  withText: boolean,
): Promise<Map<string, Row>> {
  if (ids.length === 0) return new Map();
  const { kind, objectId, code, address, label, shownTitle, at, title, titlePlain, wordsPlain, fields } =
    searchText;
  const text = withText ? sql<string>`' ' || left(${wordsPlain}, 20000) || ' '` : sql<string>`''`;
  const rows = await q
    .select({
      ...{ kind, objectId, code, label, shownTitle, at, fields, title, titlePlain },
      address: sql<string>`${address}`,
      text,
    })
    .from(searchText)
    .where(and(eq(searchText.agencyId, agencyId), inArray(objectId, ids), sql`${address} is not null`));
  return new Map(rows.map((row) => [row.objectId, row]));
}

/** The words in the spelling of the best hit: "thu tucj" was read as "thủ tục". */
function spelledAsIn(words: (string | null)[], typed: string[], title: string): string {
  const spelled = new Map(title.split(" ").map((word) => [unaccent(word), word]));
  return words.map((word, index) => (word && spelled.get(word)) || typed[index]!).join(" ");
}

export async function findTexts(
  q: Queryable,
  asking: { agencyId: string; query: string; limit: number } & Narrowing,
): Promise<Finding> {
  const { agencyId, query, limit } = asking;
  const vocabulary = await vocabularyOf(q, agencyId);
  const { readings, readAs } = readQuery(query, vocabulary, await abbreviationsOf(q, agencyId));
  const words = readings[0]!;
  if (words.length === 0) return NOTHING;

  const tiers = new Map<string, { tier: number; reading: number }>();
  for (const [reading, one] of readings.entries()) {
    const hits = await searchTexts(q, {
      ...asking,
      query: one.join(" "),
      limit: Math.max(limit, TOLD_APART),
    });
    for (const { objectId, score } of hits) {
      const known = tiers.get(objectId);
      if (!known || known.tier < score) tiers.set(objectId, { tier: score, reading });
    }
  }

  const isLong = new Set(words).size >= LONG;
  const isPoor = tiers.size < FEW || (isLong && [...tiers.values()].every(({ tier }) => APART.has(tier)));
  const spelledOut = readings.find((one) => one.length > words.length) ?? words;
  const near = isPoor ? mayMean(spelledOut, vocabulary) : [];
  const nearby = isPoor
    ? await nearObjects({ q, agencyId, signs: signsOf(asking), limit: TOLD_APART }, near, vocabulary)
    : [];
  const rows = await rowsOf(q, agencyId, [...new Set([...tiers.keys(), ...nearby])], isPoor);

  const nearnessOf = readings.map((one) => nearnessTo(asAsked(one, vocabulary)));
  const nearnessOfGuess = nearnessTo(near);
  const typedWords = new Set(words);
  const scored: (FoundText & { taken: (string | null)[] | null; written: string })[] = [];
  for (const [objectId, row] of rows) {
    const text = { title: titleWords(row.titlePlain), text: row.text };
    const whole = tiers.get(objectId);
    let score: number;
    let taken: (string | null)[] | null = null;
    if (whole && !(isPoor && isLong && APART.has(whole.tier))) {
      const nearness = nearnessOf[whole.reading]!(text).score;
      const written = asWritten([...typedWords], new Set(row.title.split(" ")));
      const closeness = Math.min(0.99, (nearness + 0.3 * written) / 1.8);
      const told = row.code === null ? Math.floor(closeness / STEP) * STEP : closeness;
      score = 1 + whole.tier + told - (whole.reading > 0 ? 0.1 : 0);
    } else {
      const best = nearnessOfGuess(text);
      if (best.cover < LEAST_COVER && !whole) continue;
      score = Math.min(0.99, best.score / 1.4);
      taken = best.taken;
    }
    const { kind, code, address, label, shownTitle, at, fields } = row;
    const shown = { kind, objectId, code, address, label, title: shownTitle, at, fields };
    scored.push({ ...shown, score, taken, written: row.title });
  }
  scored.sort((a, b) => b.score - a.score || b.at.getTime() - a.at.getTime());
  // What only comes near is shown as long as it comes nearly as near as the best.
  const best = scored[0]?.score ?? 0;
  const shown = scored.filter(({ score }) => score >= 1 || score >= Math.min(best, 1) * 0.6).slice(0, limit);
  const nearly = shown.length > 0 && shown.every(({ objectId }) => !tiers.has(objectId));
  const top = shown[0];
  const slipped = (word: string | null, index: number) =>
    word !== null && word !== near[index]?.meant.find(({ cost }) => cost === 0)?.word;
  const meant = nearly && top?.taken?.some(slipped) ? spelledAsIn(top.taken, spelledOut, top.written) : null;
  return {
    hits: shown.map(({ taken, written, ...hit }) => ({ ...hit, score: Math.round(hit.score * 1000) / 1000 })),
    ...{ readAs, nearly, meant, readings },
    words: [...new Set(readings.flat())],
    otherwise: nearly ? near.flatMap((one: AskedWord) => one.meant.map(({ word }) => word)) : [],
  };
}
