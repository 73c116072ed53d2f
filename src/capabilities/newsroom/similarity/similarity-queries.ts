import { sql } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import type { ContentState } from "../content-item.ts";
import type { SimilarityAnswer } from "./answer.ts";
import { LONGEST } from "./remember-texts.ts";

/** Of a key that many texts share, so many are looked at, the newest first. */
const OF_A_KEY = 300;
/** A single key is shared by chance, unless no more texts than RARE hold it and none shares more than FEW others. */
const FEWEST_KEYS = 2;
const RARE = 2;
const FEW = 5;
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
  /** How many texts hold each of the words, counted to OF_A_KEY; null without words. */
  textsWith: number[] | null;
  /** How many texts there are, about. */
  size: number;
  answer: SimilarityAnswer | null;
  note: string | null;
  byName: string | null;
  at: string | null;
}

/**
 * Texts that share keys with those asked for, most first; who may see which is told in the database's own function. Of
 * `words` those that OF_A_KEY texts hold are not asked for; how many hold each stands with every text found.
 */
export async function candidates(
  q: Queryable,
  agencyId: string,
  itemId: string | null,
  { asked, words, compared }: { asked: number[]; words: number[]; compared: number },
) {
  const { rows } = await q.execute<Candidate>(sql`
    select * from similar_texts(${`{${asked.join(",")}}`}::integer[], ${`{${words.join(",")}}`}::integer[],
      ${agencyId}::uuid, ${itemId}::uuid, ${OF_A_KEY}, ${FEWEST_KEYS}, ${RARE}, ${FEW}, ${LIKELIEST}, ${compared}, ${LONGEST})`);
  return rows;
}
