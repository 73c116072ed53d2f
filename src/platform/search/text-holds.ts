import { type SQL, sql } from "drizzle-orm";
import { unaccent } from "../text/unaccent.ts";
import { signOf } from "./search-text.ts";
import { literal, unsorted } from "./search-texts.ts";
import { queryWords } from "./words.ts";

/**
 * Objects of a kind whose public text holds every word that was typed, in any order and with any diacritics: a query of
 * their ids for a list that has filters of its own. Null: nothing was typed that is a word.
 */
export function textsThatHold({
  agencyId,
  kind,
  query,
}: {
  agencyId: string;
  kind: string;
  query: string;
}): SQL | null {
  const words = [...new Set(queryWords(query).map(unaccent))];
  if (words.length === 0) return null;
  const condition = sql`search_words(words_plain) @@ ${literal([...words, signOf.kind(kind)])}::tsquery`;
  return sql`(select object_id from ${unsorted({ agencyId }, condition, "object_id")} as holding)`;
}
