import { sql } from "drizzle-orm";
import { toVietnamDate, VIETNAM } from "../clock/vietnam-time.ts";
import type { Queryable } from "../database/database.ts";
import { canonicalSyllable } from "../text/tone.ts";
import { unaccent } from "../text/unaccent.ts";
import { type Finding, type FoundText, TOLD_APART } from "./find-texts.ts";
import { type Narrowing, signsOf } from "./narrowing.ts";
import { signOf } from "./search-text.ts";
import { type Asked, literal, unsorted, WORDS_IN_SHORT } from "./search-texts.ts";
import { type Vocabulary, vocabularyOf } from "./vocabulary.ts";

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

/** So many times a thousand texts are expected of the years that are asked, since a word may stand less in them. */
const AMPLE = 2;

/**
 * Signs of the latest years of the older texts that should hold a thousand of what is counted, so that the lists of
 * common words are not gone through whole; null: all years are needed.
 */
function latestYears(
  readings: string[][],
  signs: string[],
  { olderByYear, share }: Vocabulary,
): string[] | null {
  const holding = Math.max(
    ...readings.map((words) =>
      [...words, ...signs].reduce((product, word) => product * share("words_plain", word), 1),
    ),
  );
  let texts = 0;
  const last = olderByYear.findIndex((one) => {
    texts += one.texts;
    return texts * holding >= AMPLE * MOST_COUNTED;
  });
  if (last < 0 || last === olderByYear.length - 1) return null;
  return olderByYear.slice(0, last + 1).map(({ year }) => signOf.year(year));
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
  const plain = short.map((one) => [...new Set(one.map((word) => unaccent(canonicalSyllable(word))))]);
  const ways = plain.map((words) => `(${literal(words)})`).join(" | ");
  const holding = (more: string[]) =>
    sql`search_words(words_plain) @@ ${[`(${ways})`, ...more].join(" & ")}::tsquery`;
  const narrowed = asked.signs.length > 0 ? [literal(asked.signs)] : [];
  const ask = async (years: string[] | null) => {
    const ofYears = years ? [`(${years.map((sign) => literal([sign])).join(" | ")})`] : [];
    const found = unsorted(asked, holding(narrowed), "kind, at, fields", holding([...narrowed, ...ofYears]));
    const { rows } = await q.execute<{ what: string; value: string; count: number }>(sql`
      with found as materialized (
        select kind, extract(year from at at time zone ${VIETNAM})::int as year, fields
        from ${found} as found limit ${asked.limit}
      )
      select 'all' as what, '' as value, count(*)::int as count from found
      union all select 'kind', kind, count(*)::int from found group by kind
      union all select 'year', year::text, count(*)::int from found group by year
      union all select 'field', field, count(*)::int from found, unnest(fields) as field group by field
    `);
    return rows;
  };
  const isAll = (rows: Awaited<ReturnType<typeof ask>>) => rows[0]!.count <= MOST_COUNTED;
  // Of each kind as many are read whole as of any other: how many texts are of one is not to be seen by them.
  const years =
    narrowing.year === undefined && narrowing.kind === undefined
      ? latestYears(plain, asked.signs, await vocabularyOf(q, agencyId))
      : null;
  const ofLatest = years && (await ask(years));
  const rows = ofLatest && !isAll(ofLatest) ? ofLatest : await ask(null);
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
