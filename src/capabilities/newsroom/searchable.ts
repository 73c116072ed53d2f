import { unaccent } from "#platform/text/unaccent.ts";

/** A title, or what is looked for in titles, without diacritics and capitals. */
export const searchable = (text: string): string => unaccent(text.normalize("NFC")).toLowerCase().trim();
