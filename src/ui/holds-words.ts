import { unaccent } from "#platform/text/unaccent.ts";

const bare = (text: string) => unaccent(text).toLowerCase();

/** True when the text holds every word of the query, with or without diacritics. */
export function holdsWords(text: string, query: string): boolean {
  const inside = bare(text);
  return bare(query)
    .split(/\s+/)
    .every((word) => inside.includes(word));
}
