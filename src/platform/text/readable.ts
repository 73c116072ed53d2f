/** Marks that no eye sees: joiners, direction, soft hyphens. */
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/;
/** A letter with the marks on it, or any other code unit. */
const CLUSTERS = /\p{L}\p{M}{0,8}|[\s\S]/gu;

/**
 * A text as an eye reads it: composed, without unseen marks, its spaces plain. `places` tells for each code unit, and
 * for the end, where it stands in what was given; null: nothing has moved.
 */
export function readable(given: string): { written: string; text: string; places: Uint32Array | null } {
  const spaced = given.replaceAll("\u00a0", " ");
  if (!UNSEEN.test(spaced) && spaced === spaced.normalize("NFC"))
    return { written: given, text: spaced, places: null };
  const parts: string[] = [];
  const places: number[] = [];
  for (const { 0: cluster, index } of spaced.matchAll(CLUSTERS)) {
    if (UNSEEN.test(cluster)) continue;
    const part = cluster.normalize("NFC");
    for (let at = 0; at < part.length; at += 1) places.push(index);
    parts.push(part);
  }
  places.push(given.length);
  return { written: given, text: parts.join(""), places: Uint32Array.from(places) };
}
