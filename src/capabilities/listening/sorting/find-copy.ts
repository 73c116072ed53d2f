import { bareOf } from "../sources/keep-items.ts";

export interface OwnText {
  id: string;
  title: string;
  summary: string;
}

export interface Copy {
  contentId: string;
  /** Percent of the pieces of the shorter text that the other holds. */
  share: number;
  isCredited: boolean;
}

/** Words taken together; three in a row are rarely the same by chance. */
const PIECE = 3;
/** Fewer pieces say nothing. */
const FEWEST = 8;
/** From here on one text was perhaps made of the other. */
const PERHAPS = 35;

const piecesOf = (text: string): Set<string> => {
  const words = bareOf(text).match(/[a-z0-9]+/g) ?? [];
  return new Set(words.slice(PIECE - 1).map((_, at) => words.slice(at, at + PIECE).join(" ")));
};

/** Our texts, made ready to be compared with many. */
export const readyTexts = (own: readonly OwnText[]) =>
  own.map(({ id, title, summary }) => ({ id, pieces: piecesOf(`${title}. ${summary}`) }));

/**
 * Which of our texts an item was made of, by title and beginning, which is all that is kept of it; null: of none.
 * `names`: of the agency and its address; one that stands in the item is a credit that could be seen.
 */
export function findCopy(
  item: { title: string; summary: string },
  own: ReturnType<typeof readyTexts>,
  names: readonly string[],
): Copy | null {
  const text = `${item.title}. ${item.summary}`;
  const pieces = piecesOf(text);
  if (pieces.size < FEWEST) return null;
  let best: { contentId: string; share: number } | null = null;
  for (const { id, pieces: ours } of own) {
    if (ours.size < FEWEST) continue;
    const [short, long] = ours.size < pieces.size ? [ours, pieces] : [pieces, ours];
    let found = 0;
    for (const piece of short) if (long.has(piece)) found += 1;
    const share = Math.round((100 * found) / short.size);
    if (share >= PERHAPS && share > (best?.share ?? 0)) best = { contentId: id, share };
  }
  const bare = bareOf(text);
  return best && { ...best, isCredited: names.some((name) => name !== "" && bare.includes(bareOf(name))) };
}
