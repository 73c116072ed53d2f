import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Queryable } from "../database/database.ts";
import { unaccent } from "../text/unaccent.ts";
import { searchText } from "./tables.ts";

/** Characters of a text that are indexed; a book-length rest is found by its title. */
const MAX_INDEXED = 200_000;
/** Words of a query that count. */
const MAX_WORDS = 12;
/** Hits of each kind that are ranked: the newest ones, so that a common word costs no more than a rare one. */
const RANKED = 250;

/**
 * The words of a text as the index holds them: NFC, small letters, apart from everything that is neither letter
 * nor digit ("36/KH-UBND" is three words), so that a query is cut exactly as the text was.
 */
export function wordsOf(text: string): string[] {
  return (
    text
      .toWellFormed()
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  );
}

const indexed = (text: string) => wordsOf(text.slice(0, MAX_INDEXED)).join(" ");
const vector = (title: string, body: string): SQL =>
  sql`setweight(to_tsvector('simple', ${title}), 'A') || setweight(to_tsvector('simple', ${body}), 'D')`;

/**
 * Score of a short text that is at hand, on the scale of `searchTexts`; null when a word of the query is missing.
 */
export function scoreOf(query: string, text: string): number | null {
  const asked = wordsOf(query).slice(0, MAX_WORDS);
  const exact = ` ${wordsOf(text).join(" ")} `;
  const plain = unaccent(exact);
  const holds = (haystack: string, words: string[]) => words.every((word) => haystack.includes(` ${word} `));
  if (asked.length === 0 || !holds(plain, asked.map(unaccent))) return null;
  const together = ` ${asked.join(" ")} `;
  return (
    (exact.includes(together) ? 8 : 0) +
    (holds(exact, asked) ? 4 : 0) +
    (plain.includes(unaccent(together)) ? 2 : 0)
  );
}

export interface SearchableText {
  agencyId: string;
  /** "content" */
  kind: string;
  objectId: string;
  title: string;
  body: string;
  /** When it became public. */
  at: Date;
}

/** Makes a text findable, or replaces what was findable of this object; in the transaction that publishes it. */
export async function putSearchText(
  q: Queryable,
  { agencyId, kind, objectId, title, body, at }: SearchableText,
): Promise<void> {
  const [exactTitle, exactBody] = [indexed(title), indexed(body)];
  const row = {
    at,
    exact: vector(exactTitle, exactBody),
    plain: vector(unaccent(exactTitle), unaccent(exactBody)),
  };
  await q
    .insert(searchText)
    .values({ agencyId, kind, objectId, ...row })
    .onConflictDoUpdate({ target: [searchText.kind, searchText.objectId], set: row });
}

/** Makes an object findable no more; in the transaction that takes it from the public. */
export async function dropSearchText(q: Queryable, kind: string, objectId: string): Promise<void> {
  await q.delete(searchText).where(and(eq(searchText.kind, kind), eq(searchText.objectId, objectId)));
}

export interface TextHit {
  objectId: string;
  /** From 0 to 16: the words together as typed, all words as typed, together without diacritics, then weight. */
  score: number;
}

/**
 * Objects of a kind that hold all words of the query, whatever their diacritics, best first: those written just
 * as typed, then those where the words stand together, then by weight (title before text) and age.
 */
export async function searchTexts(
  q: Queryable,
  { agencyId, kind, query, limit }: { agencyId: string; kind: string; query: string; limit: number },
): Promise<TextHit[]> {
  const words = wordsOf(query).slice(0, MAX_WORDS);
  if (words.length === 0) return [];
  const exact = words.join(" ");
  const plain = unaccent(exact);
  const { rows } = await q.execute<{ object_id: string; score: number }>(sql`
    with asked as materialized (
      select plainto_tsquery('simple', ${plain}) as words, phraseto_tsquery('simple', ${plain}) as phrase,
        plainto_tsquery('simple', ${exact}) as exact_words, phraseto_tsquery('simple', ${exact}) as exact_phrase
    ), as_written as materialized (
      select object_id, at, exact, plain from search_text
      where agency_id = ${agencyId} and kind = ${kind} and exact @@ plainto_tsquery('simple', ${exact})
      order by at desc limit ${RANKED}
    ), newest as materialized (
      select object_id, at, exact, plain from search_text
      where agency_id = ${agencyId} and kind = ${kind} and plain @@ plainto_tsquery('simple', ${plain})
      order by at desc limit ${RANKED}
    ), found as (
      select * from as_written union all
      select * from newest where object_id not in (select object_id from as_written)
    )
    select object_id, at,
      (exact @@ exact_phrase)::int * 8 + (exact @@ exact_words)::int * 4 + (plain @@ phrase)::int * 2
        + ts_rank(plain, words, 1) as score
    from found, asked order by score desc, at desc limit ${limit}
  `);
  return rows.map(({ object_id, score }) => ({ objectId: object_id, score: Number(score) }));
}
