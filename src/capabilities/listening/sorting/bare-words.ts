import { unaccent } from "#platform/text/unaccent.ts";

/** As words are compared: without diacritics, capitals and doubled spaces. */
export const bareOf = (text: string): string =>
  unaccent(text.normalize("NFC")).toLowerCase().replace(/\s+/g, " ").trim();
