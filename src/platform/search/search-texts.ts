import { type SQL, sql } from "drizzle-orm";
import type { Queryable } from "../database/database.ts";
import { unaccent } from "../text/unaccent.ts";
import { type Narrowing, signsOf } from "./narrowing.ts";
import { type Vocabulary, vocabularyOf } from "./vocabulary.ts";
import { queryWords } from "./words.ts";

/** A query of more words is long: what holds them all somewhere is not counted. */
export const WORDS_IN_SHORT = 4;
/**
 * The index goes through the list of a query's rarest word and looks each text up in the lists of the others. Where of
 * the older texts more hold even that word, they are not asked for words that stand scattered: hundreds of the newest
 * hold it as well.
 */
const MOST_GONE_THROUGH = 15_000;

export interface TextHit {
  objectId: string;
  /**
   * 8: the words together as typed, 4: all as typed, 2: together but for diacritics, 0: all but for diacritics; and
   * one more when the title alone holds them so.
   */
  score: number;
}

export interface Asked {
  q: Queryable;
  agencyId: string;
  /** What the search is narrowed by, as words of the index. */
  signs: string[];
  limit: number;
}

/** Which words of a row are meant: the whole text or the title, as written or without diacritics. */
export type Column = "words" | "words_plain" | "title" | "title_plain";

export const literal = (words: string[]) => words.map((word) => `'${word}'`).join(" & ");
const holdsAll = (column: Column, words: string[], signs: string[] = []) =>
  sql`search_words(${sql.raw(column)}) @@ ${literal([...words, ...signs])}::tsquery`;
const holdsPairs = (column: Column, words: string[]) =>
  sql`search_pairs(${sql.raw(column)}) @> search_pairs(${words.join(" ")})`;
/** Reads the words of a row themselves; hence asked of few rows and last. */
const standTogether = (words: string[]) => sql`strpos(' ' || own || ' ', ${` ${words.join(" ")} `}) > 0`;
const all = (conditions: SQL[]) => sql.join([sql`true`, ...conditions], sql` and `);

/** The newest texts of each kind, and all others; each has an index of its own. */
export type Half = "newest" | "older";
const BOTH: Half[] = ["newest", "older"];

/**
 * Rows whose index entry satisfies `condition`, newest first, as object_id and own (the column's words).
 * The newest texts are read first; the older ones are not begun when whoever reads has enough. "offset 0" keeps the
 * planner from reading texts before they are sorted.
 */
export function sorted({ agencyId }: Asked, column: Column, condition: SQL, halves = BOTH): SQL {
  const parts = halves.map(
    (half) => sql`(
      select object_id, ${sql.raw(column)} as own from search_text
      where ${half === "newest" ? sql`newest` : sql`not newest`} and agency_id = ${agencyId} and ${condition}
      order by at desc offset 0
    )`,
  );
  return sql`(${sql.join(parts, sql` union all `)})`;
}

/**
 * The same rows with `columns` alone; the older ones in no order, so that as many are read as are asked for, and those
 * of them that satisfy `ofOlder`.
 */
export function unsorted(
  { agencyId }: Pick<Asked, "agencyId">,
  condition: SQL,
  columns: string,
  ofOlder = condition,
): SQL {
  const half = (which: SQL, one: SQL) =>
    sql`(select ${sql.raw(columns)} from search_text where ${which} and agency_id = ${agencyId} and ${one})`;
  return sql`(${half(sql`newest`, condition)} union all ${half(sql`not newest`, ofOlder)})`;
}

/** Objects of the index whose text holds `together`, if that is asked. */
async function objects(asked: Asked, column: Column, condition: SQL, together?: string[]): Promise<string[]> {
  const check = together ? standTogether(together) : sql`true`;
  const { rows } = await asked.q.execute<{ object_id: string }>(
    sql`select object_id from ${sorted(asked, column, condition)} as found where ${check} limit ${asked.limit}`,
  );
  return rows.map(({ object_id }) => object_id);
}

/** So few rows are read themselves, where the lists of all other words would have to be gone through instead. */
const FEW_ROWS = 40;
/** The index is asked for words until so few rows should be left, if each word stood anywhere. */
const EXPECTED_ROWS = 4;
/** Part of the texts that may hold a word which the sample has not. */
const UNSEEN = 1 / 300;

/** Of the words and signs, the rarest, which the index is asked for first. */
function rarestOf(column: Column, words: string[], { older, share, titles, inTitles }: Vocabulary): string[] {
  const isText = column === "words" || column === "words_plain";
  const shareOf = (word: string) =>
    isText || word.startsWith("@")
      ? share(isText ? column : "words", word)
      : (inTitles.get(unaccent(word)) ?? 0) / Math.max(1, titles);
  let left = older;
  return words
    .map((word) => ({ word, part: Math.max(UNSEEN, shareOf(word)) }))
    .sort((a, b) => a.part - b.part)
    .flatMap(({ word, part }) => {
      if (left <= EXPECTED_ROWS) return [];
      left *= part;
      return [word];
    });
}

interface Held {
  id: string;
  /** The words stand together as typed. */
  together: boolean;
}

/**
 * Rows that hold all words, the newest first, as many as are asked for. Of the older texts the index is asked for the
 * rarest words alone, and the few rows that hold them are read; it is asked for all where they are not few.
 */
async function holdingAll(
  asked: Asked,
  column: Column,
  typed: string[],
  vocabulary: Vocabulary,
  halves = BOTH,
): Promise<Held[]> {
  const distinct = [...new Set(typed)];
  const all = [...distinct, ...asked.signs];
  const rarest = rarestOf(column, all, vocabulary);
  const condition = holdsAll(column, distinct, asked.signs);
  const together = sql`${standTogether(typed)} as together`;
  const of = (which: Half[]) =>
    sql`(select object_id as id, ${together} from ${sorted(asked, column, condition, which)} as found limit ${asked.limit})`;
  const ask = async (which: Half[]) =>
    (await asked.q.execute<Held & Record<string, unknown>>(of(which))).rows;
  if (!halves.includes("older") || rarest.length === all.length) return ask(halves);
  const others = all.filter((word) => !rarest.includes(word));
  const holds = sql.join(
    others.map((word) => sql`strpos(own, ${` ${word} `}) > 0`),
    sql` and `,
  );
  const few = sql`(
    select object_id as id, ${together}, ${holds} as holds from (
      select object_id, at, ' ' || ${sql.raw(column)} || ' ' as own from search_text
      where not newest and agency_id = ${asked.agencyId} and ${holdsAll(column, rarest)} limit ${FEW_ROWS + 1}
    ) as few order by at desc
  )`;
  const { rows } = await asked.q.execute<{ id: string; together: boolean; holds: boolean | null }>(
    sql`select id, together, null as holds from ${of(["newest"])} as newest union all select id, together, holds from ${few} as older limit ${asked.limit + FEW_ROWS + 1}`,
  );
  const newest = rows.filter(({ holds }) => holds === null);
  const older = rows.filter(({ holds }) => holds !== null);
  const found =
    newest.length < asked.limit && older.length > FEW_ROWS
      ? [...newest, ...(await ask(["older"]))]
      : [...newest, ...older.filter((row) => row.holds)];
  return found.slice(0, asked.limit);
}

/** Those whose title holds the words together and the others, asked at once; null: there may be more of them. */
async function bothWays(
  asked: Asked,
  column: Column,
  words: string[],
  vocabulary: Vocabulary,
): Promise<{ together: string[]; apart: string[] } | null> {
  const rows = await holdingAll(asked, column, words, vocabulary);
  if (rows.length >= asked.limit) return null;
  const idsOf = (together: boolean) => rows.flatMap((row) => (row.together === together ? [row.id] : []));
  return { together: idsOf(true), apart: idsOf(false) };
}

/** Whether the older texts can be asked for all of these, each a word or what may be meant by it, at a bounded cost. */
export function mayAskOlder(
  column: "words" | "words_plain",
  groups: string[][],
  { older, share }: Vocabulary,
): boolean {
  const parts = groups.map((words) => words.reduce((sum, word) => sum + share(column, word), 0));
  return older * Math.min(1, ...parts) <= MOST_GONE_THROUGH;
}

/** Objects that hold all words of a long query, in any order. */
async function scattered(
  asked: Asked,
  column: "words" | "words_plain",
  words: string[],
  vocabulary: Vocabulary,
): Promise<string[]> {
  const isBounded = mayAskOlder(
    column,
    [...words, ...asked.signs].map((word) => [word]),
    vocabulary,
  );
  const rows = await holdingAll(asked, column, words, vocabulary, isBounded ? BOTH : ["newest"]);
  return rows.map(({ id }) => id);
}

export interface Asking extends Narrowing {
  agencyId: string;
  query: string;
  limit: number;
}

/**
 * Objects that hold all words of the query, whatever their diacritics, best first: those written just as typed, then
 * those where the words stand together; title before text, newer before older.
 */
export async function searchTexts(q: Queryable, asking: Asking): Promise<TextHit[]> {
  const { agencyId, limit } = asking;
  const typed = queryWords(asking.query);
  if (typed.length === 0) return [];
  const signs = signsOf(asking);
  const asked: Asked = { q, agencyId, signs, limit };
  const found = new Map<string, number>();
  const add = (ids: string[], score: number) => {
    for (const id of ids) if (!found.has(id)) found.set(id, score);
  };
  const isShort = new Set(typed).size <= WORDS_IN_SHORT;
  const vocabulary = isShort ? null : await vocabularyOf(q, agencyId);

  /** Everything on one side, as written or without diacritics; stops when nothing better can follow. */
  const look = async (
    words: string[],
    text: "words" | "words_plain",
    title: Column,
    together: number,
    apart: number,
  ) => {
    const distinct = [...new Set(words)];
    const isPhrase = words.length > 1;
    const inTitle = holdsAll(title, distinct, signs);
    const titles = isPhrase && vocabulary ? await bothWays(asked, title, words, vocabulary) : null;
    if (isPhrase) {
      add(titles?.together ?? (await objects(asked, title, inTitle, words)), together + 1);
      if (found.size >= limit) return;
      // One pair of neighbours shares its class with others, so that its words are asked for as well.
      const also = words.length === 2 ? distinct : [];
      const pairs = [
        holdsPairs(text, words),
        ...(also.length + signs.length > 0 ? [holdsAll(text, also, signs)] : []),
      ];
      add(await objects(asked, text, all(pairs), words), together);
      if (found.size >= limit) return;
    }
    add(titles?.apart ?? (await objects(asked, title, inTitle)), (isPhrase ? apart : together) + 1);
    if (found.size >= limit) return;
    const inText = vocabulary
      ? await scattered(asked, text, distinct, vocabulary)
      : await objects(asked, text, holdsAll(text, distinct, signs));
    add(inText, isPhrase ? apart : together);
  };

  await look(typed, "words", "title", 8, 4);
  if (found.size < limit) await look(typed.map(unaccent), "words_plain", "title_plain", 2, 0);
  return [...found]
    .map(([objectId, score]) => ({ objectId, score }))
    .sort((a, b) => b.score - a.score)
    .slice(0, limit);
}
