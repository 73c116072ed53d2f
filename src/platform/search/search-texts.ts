import { type SQL, sql } from "drizzle-orm";
import type { Queryable } from "../database/database.ts";
import { unaccent } from "../text/unaccent.ts";
import { type Narrowing, signsOf } from "./narrowing.ts";
import { queryWords } from "./words.ts";

/** Of more words than this, the index is asked for the rarest; the others are looked for in what it gives. */
export const WORDS_IN_INDEX = 4;
/** Texts in which the other words of a long query are looked for, newest first. */
const LOOKED_THROUGH = 400;
/** Of the texts that hold a long query's words, so many are told apart by how they are written. */
const TOLD_APART = 100;
/** A word that more of the newest texts hold is common; how common makes no difference. */
const COMMON = 500;

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
/** Reads the text itself, with a space before and after it; hence asked of few rows and last. */
const stand = (text: SQL, words: string) => sql`strpos(${text}, ${` ${words} `}) > 0`;
const all = (conditions: SQL[]) => sql.join([sql`true`, ...conditions], sql` and `);

/**
 * Rows whose index entry satisfies `condition`, newest first, as object_id, own (the column's words), plain and `also`.
 * The newest texts are read first; the older ones are not begun when whoever reads has enough. "offset 0" keeps the
 * planner from reading texts before they are sorted.
 */
export function sorted({ agencyId }: Asked, column: Column, condition: SQL, also = ""): SQL {
  const half = (which: SQL) => sql`(
    select object_id, ${sql.raw(column)} as own, words_plain as plain${sql.raw(also)} from search_text
    where ${which} and agency_id = ${agencyId} and ${condition}
    order by at desc offset 0
  )`;
  return sql`(${half(sql`newest`)} union all ${half(sql`not newest`)})`;
}

/** The same rows with `columns` alone; the older ones in no order, so that as many are read as are asked for. */
export function unsorted({ agencyId }: Pick<Asked, "agencyId">, condition: SQL, columns: string): SQL {
  const half = (which: SQL) =>
    sql`(select ${sql.raw(columns)} from search_text where ${which} and agency_id = ${agencyId} and ${condition})`;
  return sql`(${half(sql`newest`)} union all ${half(sql`not newest`)})`;
}

/** Objects of the index whose text holds `together`, if that is asked. */
async function objects(asked: Asked, column: Column, condition: SQL, together?: string[]): Promise<string[]> {
  const check = together ? stand(sql`' ' || own || ' '`, together.join(" ")) : sql`true`;
  const { rows } = await asked.q.execute<{ object_id: string }>(
    sql`select object_id from ${sorted(asked, column, condition)} as found where ${check} limit ${asked.limit}`,
  );
  return rows.map(({ object_id }) => object_id);
}

/** The words by the number of newest texts that hold them, the rarest first. */
async function byRarity({ q, agencyId, signs }: Asked, words: string[]): Promise<string[]> {
  const counts = words.map(
    (word) => sql`(
      select count(*)::int from (
        select 1 from search_text
        where newest and agency_id = ${agencyId} and ${holdsAll("words_plain", [word], signs)}
        limit ${COMMON}
      ) as holding
    )`,
  );
  const { rows } = await q.execute<{ counts: number[] }>(
    sql`select array[${sql.join(counts, sql`, `)}] as counts`,
  );
  const countOf = new Map(words.map((word, index) => [word, rows[0]!.counts[index]!]));
  return words.toSorted((a, b) => countOf.get(a)! - countOf.get(b)!);
}

/**
 * All words of a long query, in any order and with any diacritics; `asTyped` tells whether they stand there with
 * these. Texts are put between spaces once, not for each word.
 */
async function scattered(asked: Asked, typed: string[]): Promise<{ id: string; asTyped: boolean }[]> {
  const { signs } = asked;
  const words = await byRarity(asked, [...new Set(typed.map(unaccent))]);
  const [asIndexed, others] = [words.slice(0, WORDS_IN_INDEX), words.slice(WORDS_IN_INDEX)];
  const candidates = sorted(asked, "words", holdsAll("words_plain", asIndexed, signs));
  const { rows } = await asked.q.execute<{ id: string; asTyped: boolean }>(sql`
    select id, ${all([...new Set(typed)].map((word) => stand(sql`own`, word)))} as "asTyped" from (
      select object_id as id, ' ' || own || ' ' as own from (
        select object_id, own, ' ' || plain || ' ' as plain from ${candidates} as found limit ${LOOKED_THROUGH}
      ) as spaced
      where ${all(others.map((word) => stand(sql`plain`, word)))}
      limit ${Math.max(TOLD_APART, asked.limit)}
    ) as holding
  `);
  return rows;
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
  const isShort = new Set(typed).size <= WORDS_IN_INDEX;

  /** Everything on one side, as written or without diacritics; stops when nothing better can follow. */
  const look = async (words: string[], text: Column, title: Column, together: number, apart: number) => {
    const distinct = [...new Set(words)];
    const isPhrase = words.length > 1;
    const inTitle = holdsAll(title, distinct, signs);
    if (isPhrase) {
      add(await objects(asked, title, inTitle, words), together + 1);
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
    add(await objects(asked, title, inTitle), (isPhrase ? apart : together) + 1);
    if (found.size < limit && isShort) {
      add(await objects(asked, text, holdsAll(text, distinct, signs)), isPhrase ? apart : together);
    }
  };

  await look(typed, "words", "title", 8, 4);
  const apart = isShort || found.size >= limit ? [] : await scattered(asked, typed);
  add(
    apart.filter(({ asTyped }) => asTyped).map(({ id }) => id),
    4,
  );
  if (found.size < limit) await look(typed.map(unaccent), "words_plain", "title_plain", 2, 0);
  add(
    apart.map(({ id }) => id),
    0,
  );
  return [...found]
    .map(([objectId, score]) => ({ objectId, score }))
    .sort((a, b) => b.score - a.score)
    .slice(0, limit);
}
