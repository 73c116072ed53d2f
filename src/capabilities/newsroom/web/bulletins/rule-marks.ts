import { diffWordsWithSpace } from "diff";
import type { api } from "../api.ts";

type Source = NonNullable<Awaited<ReturnType<typeof api.newsroom.bulletinSource.call>>["source"]>;
type Piece = Source["lines"][number][number];

/** What the rules read otherwise than it is written. */
export const changesOf = (lines: Source["lines"]): Piece[] =>
  lines.flat().filter(({ why, written, said }) => why !== null && written.trim() !== said.trim());

/** A run of the script as it stands now; `piece` where it is still what a rule made. */
export interface MarkedRun {
  text: string;
  piece: Piece | null;
}

/**
 * The script as it stands now, with the rules' readings that nobody has touched. What a person changed, and what stands
 * beside it in the same reading, is the person's.
 */
export function markedRuns(lines: Source["lines"], now: string): MarkedRun[] {
  const prepared = lines.map((line) => line.map(({ said }) => said).join("")).join("\n");
  // Where the prepared text stands unchanged in the present one, in order.
  const kept: { from: number; to: number; at: number }[] = [];
  let [before, after] = [0, 0];
  for (const { added, removed, value } of diffWordsWithSpace(prepared, now)) {
    if (!added && !removed) kept.push({ from: before, to: before + value.length, at: after });
    if (!added) before += value.length;
    if (!removed) after += value.length;
  }
  const runs: MarkedRun[] = [];
  let [done, at, region] = [0, 0, 0];
  const plain = (to: number) => {
    if (to > done) runs.push({ text: now.slice(done, to), piece: null });
    done = Math.max(done, to);
  };
  for (const line of lines) {
    for (const piece of line) {
      const [from, to] = [at, at + piece.said.length];
      at = to;
      if (piece.why === null || piece.said.trim() === "") continue;
      while (region < kept.length && kept[region]!.to < to) region += 1;
      const here = kept[region];
      if (!here || here.from > from || here.to < to) continue;
      const start = here.at + from - here.from;
      plain(start);
      runs.push({ text: now.slice(start, start + piece.said.length), piece });
      done = start + piece.said.length;
    }
    at += 1;
  }
  plain(now.length);
  return runs;
}
