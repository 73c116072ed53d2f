import { sql } from "drizzle-orm";
import { toVietnamDate, VIETNAM } from "../clock/vietnam-time.ts";
import type { Queryable } from "../database/database.ts";
import { canonicalSyllable } from "../text/tone.ts";
import { unaccent } from "../text/unaccent.ts";
import { type Finding, type FoundText, TOLD_APART } from "./find-texts.ts";
import { type Narrowing, signsOf } from "./narrowing.ts";
import { type Asked, literal, unsorted, WORDS_IN_SHORT } from "./search-texts.ts";

/** What was found, by what a search can be narrowed by. */
export interface Counts {
  total: number;
  kinds: Map<string, number>;
  years: Map<number, number>;
  fields: Map<string, number>;
  /** False: counting stopped, each figure is the least that there are. */
  complete: boolean;
}

/** Texts that are counted: beyond that "more than 1,000" is enough. */
export const MOST_COUNTED = 1000;

function ofHits(hits: FoundText[], complete: boolean): Counts {
  const kinds = new Map<string, number>();
  const years = new Map<number, number>();
  const fields = new Map<string, number>();
  const add = <Key>(map: Map<Key, number>, key: Key) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const hit of hits) {
    add(kinds, hit.kind);
    add(years, toVietnamDate(hit.at).year);
    for (const field of hit.fields) add(fields, field);
  }
  return { total: hits.length, kinds, years, fields, complete };
}

/**
 * How many texts a search finds, by kind, year and field. What is ranked is all that there is unless it is many; then
 * a thousand are counted, the newest texts first. A long query is not counted beyond what is ranked.
 */
export async function countTexts(
  q: Queryable,
  { agencyId, ...narrowing }: { agencyId: string } & Narrowing,
  { hits, readings }: Finding,
): Promise<Counts> {
  if (hits.length < TOLD_APART) return ofHits(hits, true);
  const short = readings.filter((one) => new Set(one).size <= WORDS_IN_SHORT);
  if (short.length === 0) return ofHits(hits, false);
  const asked: Asked = { q, agencyId, signs: signsOf(narrowing), limit: MOST_COUNTED + 1 };
  const ways = short.map(
    (one) => `(${literal([...new Set(one.map((word) => unaccent(canonicalSyllable(word))))])})`,
  );
  const narrowed = asked.signs.length > 0 ? ` & ${literal(asked.signs)}` : "";
  const condition = sql`search_words(words_plain) @@ ${`(${ways.join(" | ")})${narrowed}`}::tsquery`;
  const { rows } = await q.execute<{ what: string; value: string; count: number }>(sql`
    with found as materialized (
      select kind, extract(year from at at time zone ${VIETNAM})::int as year, fields
      from ${unsorted(asked, condition, "kind, at, fields")} as found limit ${asked.limit}
    )
    select 'all' as what, '' as value, count(*)::int as count from found
    union all select 'kind', kind, count(*)::int from found group by kind
    union all select 'year', year::text, count(*)::int from found group by year
    union all select 'field', field, count(*)::int from found, unnest(fields) as field group by field
  `);
  const counts = (what: string) =>
    rows.flatMap((row) => (row.what === what ? [[row.value, row.count] as const] : []));
  const total = counts("all")[0]![1];
  return {
    total,
    kinds: new Map(counts("kind")),
    years: new Map(counts("year").map(([year, count]) => [Number(year), count])),
    fields: new Map(counts("field")),
    complete: total <= MOST_COUNTED,
  };
}
