import { diffArrays } from "diff";

/** Which side a place is taken from. */
export type Choice = "mine" | "theirs" | "both";

/** A stretch that both have, or one in which they differ; `taken` is what a careful hand would take without asking. */
export type Stretch<Block> =
  | { same: Block[] }
  | { mine: Block[]; theirs: Block[]; taken: Choice; changed: "mine" | "theirs" | "both" };

/** Where each block of one text stands in the other, for those that both have in the same order. */
function places(from: string[], to: string[]): Map<number, number> {
  const found = new Map<number, number>();
  let [here, there] = [0, 0];
  for (const { added, removed, count } of diffArrays(from, to)) {
    if (!added && !removed) for (let i = 0; i < count; i++) found.set(here + i, there + i);
    if (!added) here += count;
    if (!removed) there += count;
  }
  return found;
}

const alike = (one: string[], other: string[]) =>
  one.length === other.length && one.every((key, place) => key === other[place]);

/**
 * Lays two texts beside the one that both began from, block by block. What one side alone changed is taken from that
 * side; where both changed the same place, both are. Without `base` what only one side has counts as added there.
 */
export function threeWays<Block>(
  mine: Block[],
  theirs: Block[],
  base: Block[] | null,
  keyOf: (block: Block) => string,
): Stretch<Block>[] {
  const [m, t] = [mine.map(keyOf), theirs.map(keyOf)];
  const common = places(t, m);
  const b = base?.map(keyOf) ?? t.filter((_, place) => common.has(place));
  const [inMine, inTheirs] = [places(b, m), places(b, t)];
  const stretches: Stretch<Block>[] = [];
  const same = (block: Block) => {
    const last = stretches.at(-1);
    if (last && "same" in last) last.same.push(block);
    else stretches.push({ same: [block] });
  };
  const differ = ([b0, b1]: Span, [m0, m1]: Span, [t0, t1]: Span) => {
    const [was, one, other] = [b.slice(b0, b1), m.slice(m0, m1), t.slice(t0, t1)];
    if (alike(one, other)) for (const block of mine.slice(m0, m1)) same(block);
    else {
      const changed = alike(one, was) ? "theirs" : alike(other, was) ? "mine" : "both";
      stretches.push({ mine: mine.slice(m0, m1), theirs: theirs.slice(t0, t1), taken: changed, changed });
    }
  };
  let [from, ofMine, ofTheirs] = [0, 0, 0];
  for (let at = 0; at <= b.length; at++) {
    const [m1, t1] = at === b.length ? [m.length, t.length] : [inMine.get(at), inTheirs.get(at)];
    if (m1 === undefined || t1 === undefined) continue;
    const size = at - from;
    // Neighbouring paragraphs that were each changed in place are asked about one by one.
    if (size > 1 && m1 - ofMine === size && t1 - ofTheirs === size)
      for (let i = 0; i < size; i++)
        differ([from + i, from + i + 1], [ofMine + i, ofMine + i + 1], [ofTheirs + i, ofTheirs + i + 1]);
    else differ([from, at], [ofMine, m1], [ofTheirs, t1]);
    if (at < b.length) same(mine[m1]!);
    [from, ofMine, ofTheirs] = [at + 1, m1 + 1, t1 + 1];
  }
  return stretches;
}

type Span = [number, number];
