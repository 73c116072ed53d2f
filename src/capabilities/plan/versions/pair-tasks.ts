import type { PlanTask } from "../reading/plan-reading.ts";
import { likeness, tokensOf } from "./likeness.ts";

interface StandingTask {
  id: string;
  title: string;
  clauseId: string | null;
  appendix: PlanTask["appendix"];
}

const ALIKE = 0.5;
const plain = (title: string) => title.replace(/\s+/gu, " ").trim().toLocaleLowerCase("vi");

/**
 * Which task of the plan each task of a new reading is: looked for in the clause that its clause continues, among
 * the tasks of the appendices for one of an appendix; by its words, or because it is the only one on both sides.
 * Gives the id by the position in the reading; without an entry it is new.
 */
export function pairTasks(
  before: StandingTask[],
  after: Pick<PlanTask, "clause" | "title">[],
  clauseOf: Map<string, string>,
): Map<number, string> {
  const pairs = new Map<number, string>();
  const taken = new Set<string>();
  const pair = (index: number, id: string) => {
    pairs.set(index, id);
    taken.add(id);
  };
  const places = new Map<string | null, number[]>();
  for (const [index, { clause }] of after.entries()) {
    const place = clause === null ? null : clauseOf.get(clause);
    if (place !== undefined) places.set(place, [...(places.get(place) ?? []), index]);
  }
  for (const [place, indexes] of places) {
    const there = before.filter(({ clauseId, appendix }) =>
      place === null ? clauseId === null && appendix !== null : clauseId === place,
    );
    for (const index of indexes) {
      const same = there.find(
        ({ id, title }) => !taken.has(id) && plain(title) === plain(after[index]!.title),
      );
      if (same) pair(index, same.id);
    }
    const scored = indexes
      .filter((index) => !pairs.has(index))
      .flatMap((index) => {
        const tokens = tokensOf(after[index]!.title);
        return there
          .filter(({ id }) => !taken.has(id))
          .map(({ id, title }) => ({ index, id, alike: likeness(tokens, tokensOf(title), ALIKE) }));
      });
    for (const { index, id, alike } of scored.toSorted((a, b) => b.alike - a.alike))
      if (alike >= ALIKE && !pairs.has(index) && !taken.has(id)) pair(index, id);
    const [only, ...more] = there;
    if (place !== null && indexes.length === 1 && only && more.length === 0 && !taken.has(only.id))
      pair(indexes[0]!, only.id);
  }
  return pairs;
}
