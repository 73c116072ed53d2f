import { type PublishedWords, runsInText } from "#newsroom";

export interface Copy {
  contentId: string;
  /** Percent of the runs of the shorter text that the other holds. */
  share: number;
  /** How many runs those are the percent of. */
  compared: number;
}

/** Fewer runs of its own say nothing: a headline, a notice of one sentence. */
const FEWEST = 20;
/** Fewer in common may be chance, however short one of the two is. */
const FEWEST_SHARED = 15;
/** From here on one text was perhaps made of the other. */
const PERHAPS = 35;
/** What stands in so many of our texts is a name, a closing line, a usual phrase: it tells no text from another. */
const COMMON = 6;
/** The press may have a release before it stands on the portal, but not for long. */
const AHEAD_MS = 3 * 86_400_000;

interface ReadyText {
  id: string;
  publishedAt: Date;
  runs: Set<number>;
}

/** Our texts made ready to be compared with many, and what stands in so many of them that it tells nothing. */
export interface ReadyTexts {
  texts: ReadyText[];
  common: Set<number>;
}

export function readyTexts(own: readonly PublishedWords[]): ReadyTexts {
  const texts = own.map(({ id, publishedAt, words }) => ({ id, publishedAt, runs: runsInText(words) }));
  const times = new Map<number, number>();
  for (const { runs } of texts) for (const run of runs) times.set(run, (times.get(run) ?? 0) + 1);
  const common = new Set([...times].flatMap(([run, count]) => (count >= COMMON ? [run] : [])));
  return { texts: texts.map((text) => ({ ...text, runs: text.runs.difference(common) })), common };
}

/**
 * Which of our texts an item was made of, by the runs of three syllables of what its feed holds beside the title, for
 * headlines are alike by chance; null: of none. What is public long after the item was not its source.
 */
export function findCopy(
  item: { runs: Iterable<number>; placedAt: Date },
  { texts, common }: ReadyTexts,
): Copy | null {
  const runs = new Set(item.runs).difference(common);
  if (runs.size < FEWEST) return null;
  let best: Copy | null = null;
  for (const { id, publishedAt, runs: ours } of texts) {
    if (ours.size < FEWEST || publishedAt.getTime() - item.placedAt.getTime() > AHEAD_MS) continue;
    const compared = Math.min(ours.size, runs.size);
    const shared = runs.intersection(ours).size;
    const share = Math.round((100 * shared) / compared);
    if (shared >= FEWEST_SHARED && share >= PERHAPS && share > (best?.share ?? 0))
      best = { contentId: id, share, compared };
  }
  return best;
}
