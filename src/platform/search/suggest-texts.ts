import { sql } from "drizzle-orm";
import type { Queryable } from "../database/database.ts";
import { withShortCodes } from "./codes.ts";
import { plainOf } from "./read-query.ts";
import { literal } from "./search-texts.ts";
import { syllableOfKeys } from "./typed-keys.ts";
import { MAX_WORDS, writtenWordsOf } from "./words.ts";

export interface Suggestion {
  title: string;
  label: string;
  address: string;
}

/** Titles that are looked at; of these the best are offered. */
const LOOKED_AT = 80;
const SHORTEST = 2;

/**
 * Titles that hold the words typed so far, the last of them perhaps only begun: those that begin so first, then what
 * has a number of its own, then the shorter. Only the newest texts of each kind are asked, so that every key is quick.
 */
export async function suggestTexts(
  q: Queryable,
  { agencyId, typed, limit }: { agencyId: string; typed: string; limit: number },
): Promise<Suggestion[]> {
  const words = writtenWordsOf(withShortCodes(typed)).slice(0, MAX_WORDS);
  const plain = words.map((word) => plainOf(syllableOfKeys(word) ?? word));
  const last = plain.pop();
  if (last === undefined || [...plain, last].join("").length < SHORTEST) return [];
  const asked = [...plain.map((word) => literal([word])), `${literal([last])}:*`].join(" & ");
  const { rows } = await q.execute<{
    title: string;
    plain: string;
    label: string;
    address: string;
    code: string | null;
  }>(sql`
    select shown_title as title, title_plain as plain, label, address, code from search_text
    where newest and agency_id = ${agencyId} and address is not null and search_words(title_plain) @@ ${asked}::tsquery
    order by code is null, at desc limit ${LOOKED_AT}
  `);
  const start = [...plain, last].join(" ");
  const rank = (row: (typeof rows)[number]) => [
    row.plain.startsWith(start) ? 0 : 1,
    row.plain.includes(start) ? 0 : 1,
    row.code === null ? 1 : 0,
    row.code === null ? 0 : row.title.length,
  ];
  const compare = (a: number[], b: number[]) =>
    a.map((part, at) => part - b[at]!).find((part) => part !== 0) ?? 0;
  const seen = new Set<string>();
  return rows
    .map((row) => ({ row, order: rank(row) }))
    .sort((a, b) => compare(a.order, b.order))
    .flatMap(({ row: { title, label, address } }) => {
      if (seen.has(title)) return [];
      seen.add(title);
      return [{ title, label, address }];
    })
    .slice(0, limit);
}
