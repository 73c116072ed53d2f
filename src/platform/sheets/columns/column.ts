import { unaccent } from "#platform/text/unaccent.ts";

/** A column of a list that systems export, by its canonical key. */
export interface Column<Key extends string> {
  key: Key;
  /** Heads that it goes by, the likeliest first: national field names, Vietnamese words. */
  names: readonly string[];
}

/** Words in brackets at the end, and the marks of a required column. */
const tail = /\s*(?:[([{][^()[\]{}]*[)\]}]|[*:：.])\s*$/u;

/** A head by its letters and digits alone: "Mã TTHC (bắt buộc)" and "MaTTHC" are one. */
export function headKey(head: string): string {
  let words = head.normalize("NFC").trim();
  while (tail.test(words)) words = words.replace(tail, "");
  return unaccent(words)
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, "");
}

/** What each head means, and how likely: the canonical key first, then the names in their order. */
export function knownHeads<Key extends string>(
  columns: readonly Column<Key>[],
): Map<string, { key: Key; rank: number }> {
  const known = new Map<string, { key: Key; rank: number }>();
  for (const { key, names } of columns)
    for (const [rank, name] of [key, ...names].entries())
      if (!known.has(headKey(name))) known.set(headKey(name), { key, rank });
  return known;
}
