import { sql } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import type { ContentState } from "../content-item.ts";
import type { SimilarityAnswer } from "./answer.ts";
import { LONGEST } from "./remember-texts.ts";

/** Of a key that many texts share, so many are looked at, the newest first. */
export const OF_A_KEY = 300;
/** A single key is shared by chance. */
const FEWEST_KEYS = 2;
/** Texts that share most keys, before it is asked who may see them. */
const LIKELIEST = 200;

export interface Candidate extends Record<string, unknown> {
  itemId: string;
  agencyId: string;
  title: string;
  summary: string;
  plain: string;
  /** The text as it is compared. */
  form: Buffer;
  agencyName: string;
  unitName: string;
  state: ContentState;
  slug: string | null;
  publishedAt: string | null;
  limited: boolean;
  answer: SimilarityAnswer | null;
  note: string | null;
  byName: string | null;
  at: string | null;
}

/** Texts that share keys with these, most first; who may see which is told in the database's own function. */
export async function candidates(
  q: Queryable,
  agencyId: string,
  itemId: string | null,
  { keys, compared }: { keys: number[]; compared: number },
) {
  const { rows } = await q.execute<Candidate>(sql`
    select * from similar_texts(${`{${keys.join(",")}}`}::integer[], ${agencyId}::uuid, ${itemId}::uuid,
      ${OF_A_KEY}, ${FEWEST_KEYS}, ${LIKELIEST}, ${compared}, ${LONGEST})`);
  return rows;
}

/** How many texts there are, and how many hold each of the words that a short text asks for, counted to OF_A_KEY. */
export async function countsOf(q: Queryable, words: Map<number, number>) {
  if (words.size === 0) return { size: 0, counted: new Map<number, number>() };
  const { rows } = await q.execute<{ size: number; key: number; count: number }>(sql`
    select (select coalesce(max(id), 0) from similarity_text)::int as size, wanted.key, counted.count
    from unnest(${`{${[...words.keys()].join(",")}}`}::integer[]) as wanted (key)
    cross join lateral (
      select count(*)::int as count
      from (select from similarity_key s where s.key = wanted.key limit ${OF_A_KEY}) as held
    ) as counted`);
  return { size: rows[0]?.size ?? 0, counted: new Map(rows.map(({ key, count }) => [key, count])) };
}
