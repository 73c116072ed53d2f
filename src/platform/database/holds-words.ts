import { and, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { unaccent } from "../text/unaccent.ts";

const escapeLike = (text: string) => text.replace(/[\\%_]/g, "\\$&");

/**
 * That these columns of a row, taken together, hold each word of a query, with or without diacritics, in any case and
 * order. Undefined: the query has no words. Goes through every row that the rest of the condition leaves: for registers,
 * not for full texts.
 */
export function holdsWords(columns: SQLWrapper[], query: string): SQL | undefined {
  const together = sql`concat_ws(' ', ${sql.join(columns, sql`, `)})`;
  const bare = sql`replace(regexp_replace(normalize(lower(${together}), NFD), '[\u0300-\u036f]', '', 'g'), 'đ', 'd')`;
  const words = unaccent(query).toLowerCase().split(/\s+/u).filter(Boolean);
  return and(...words.map((word) => sql`${bare} like ${`%${escapeLike(word)}%`}`));
}
