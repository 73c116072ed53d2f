/** A passage with what stands around it, all as letters (see `lettersOf`). */
export interface Anchor {
  quote: string;
  lead: string;
  tail: string;
}

/** Where an anchored passage stands now, in letters; `changed`: other words stand between what was around it. */
export interface Place {
  from: number;
  to: number;
  changed: boolean;
}

/** What no eye sees; a screen, an editor and a stored text break lines and space words each in its own way. */
export const UNSEEN = /[\s\u00ad\u200b-\u200f\u2060\ufeff]/u;
const EVERY_UNSEEN = new RegExp(UNSEEN.source, "gu");

/** The letters of a text alone, composed, so that no layout moves a place in it. */
export const lettersOf = (text: string): string => text.normalize("NFC").replace(EVERY_UNSEEN, "");

/** Letters around a passage that are kept with it. */
export const AROUND = 40;
/** So many of them must still stand beside a passage that was changed. */
const ENOUGH = 16;

const sharedEnd = (a: string, b: string): number => {
  let shared = 0;
  while (shared < a.length && shared < b.length && a.at(-1 - shared) === b.at(-1 - shared)) shared += 1;
  return shared;
};
const sharedStart = (a: string, b: string): number => {
  let shared = 0;
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared += 1;
  return shared;
};

function sameWords(letters: string, { quote, lead, tail }: Anchor): Place | null {
  let best: { from: number; shared: number } | null = null;
  for (let from = letters.indexOf(quote); from !== -1; from = letters.indexOf(quote, from + 1)) {
    const to = from + quote.length;
    const shared =
      sharedEnd(lead, letters.slice(Math.max(0, from - AROUND), from)) +
      sharedStart(tail, letters.slice(to, to + AROUND));
    if (!best || shared > best.shared) best = { from, shared };
  }
  return best && { from: best.from, to: best.from + quote.length, changed: false };
}

/** Between the words around it, where they still stand near each other and something is between them. */
function otherWords(letters: string, { quote, lead, tail }: Anchor): Place | null {
  // Less than was to be kept means that the text began or ended there.
  const begins = lead.length < AROUND;
  const near = lead.slice(-ENOUGH);
  const found = begins ? (letters.startsWith(lead) ? 0 : -1) : letters.indexOf(near);
  if (found === -1) return null;
  const from = begins ? lead.length : found + near.length;
  const ends = tail.length < AROUND;
  const to = ends
    ? letters.endsWith(tail)
      ? letters.length - tail.length
      : -1
    : letters.indexOf(tail.slice(0, ENOUGH), from);
  const away = to - from;
  return away > 0 && away <= quote.length * 3 + AROUND ? { from, to, changed: true } : null;
}

/**
 * Where an anchored passage stands in a text of `letters`: of several like it the one among the most of the same words;
 * null: it is there no more.
 */
export const placeOf = (letters: string, anchor: Anchor): Place | null =>
  anchor.quote === "" ? null : (sameWords(letters, anchor) ?? otherWords(letters, anchor));

/** The passage at a place with what stands around it there. */
export const anchorAt = (letters: string, { from, to }: Pick<Place, "from" | "to">): Anchor => ({
  quote: letters.slice(from, to),
  lead: letters.slice(Math.max(0, from - AROUND), from),
  tail: letters.slice(to, to + AROUND),
});
