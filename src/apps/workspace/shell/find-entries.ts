import { unaccent } from "#platform/text/unaccent.ts";
import type { PaletteEntry } from "#ui/palette.ts";

const MOST = 20;

/**
 * The entries that hold every word typed, unaccented when typed so; what begins with the text stands first. Words
 * typed with diacritics must be met with them, unless nothing is.
 */
export function findEntries(entries: PaletteEntry[], typed: string): PaletteEntry[] {
  const text = typed.trim().normalize("NFC").toLowerCase();
  if (text === "") return entries.slice(0, MOST);
  const search = (fold: (value: string) => string) => {
    const wanted = fold(text);
    const words = wanted.split(/\s+/);
    return entries
      .map((entry) => ({ entry, label: fold(entry.label.normalize("NFC").toLowerCase()) }))
      .filter(({ label }) => words.every((word) => label.includes(word)))
      .sort((left, right) => Number(right.label.startsWith(wanted)) - Number(left.label.startsWith(wanted)))
      .map(({ entry }) => entry)
      .slice(0, MOST);
  };
  const exact = text === unaccent(text) ? [] : search((value) => value);
  return exact.length > 0 ? exact : search(unaccent);
}
