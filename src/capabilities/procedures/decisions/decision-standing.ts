import { isSettled } from "../postings/posting.ts";
import type { PostingBoard } from "../postings/posting-board.ts";
import { replacedCodes } from "./decision.ts";
import type { DecisionFacts } from "./decision-queries.ts";

interface Lack {
  code: string;
  name: string;
  places: string[];
  /** Of one that is still carried out: the day from which it must be gone. */
  removeFrom: string | null;
}

/** How far a decision has been carried through: a row is done once everything about its procedure is settled at every place. */
export interface DecisionStanding {
  done: number;
  total: number;
  /** What is missing, by code, with the places. */
  missing: Lack[];
  /** On which day the last place was settled, as its proof says; null while something is missing, or nothing shows it. */
  settledOn: string | null;
}

/** Worked out from the board of postings; a row whose procedure is not in the register yet is not done. */
export function decisionStanding(
  { decision, rows }: DecisionFacts,
  board: PostingBoard,
  known: ReadonlySet<string>,
): DecisionStanding {
  const byCode = new Map(board.rows.map((row) => [row.code, row]));
  const names = new Map(board.places.map(({ id, name }) => [id, name]));
  const lackOf = (code: string, name: string, isToGo: boolean): Lack[] => {
    const row = byCode.get(code);
    // Repealed before it stood anywhere, it asks nothing of anybody.
    if (!row)
      return isToGo || known.has(code) ? [] : [{ code, name, places: [...names.values()], removeFrom: null }];
    // Until its last day it stands rightly where it is; that it is gone is what the decision asks for.
    const awaits = isToGo && !row.isOver;
    const places = row.cells
      .filter(({ state }) => state !== "none" && (awaits ? state !== "due" : !isSettled(state)))
      .map(({ placeId }) => names.get(placeId)!);
    const removeFrom = awaits ? decision.effectiveOn : null;
    return places.length === 0 ? [] : [{ code, name: row.name, places, removeFrom }];
  };
  const lacks = rows.map((row) => [
    ...lackOf(row.code, row.name, row.action === "repealed"),
    // What a procedure takes the place of must be gone as well.
    ...replacedCodes(row).flatMap((code) => lackOf(code, "", true)),
  ]);
  const days = rows.flatMap((row) =>
    [row.code, ...replacedCodes(row)].flatMap((code) =>
      (byCode.get(code)?.cells ?? []).flatMap(({ proof }) => (proof ? [proof.seenOn] : [])),
    ),
  );
  const done = lacks.filter((lack) => lack.length === 0).length;
  const isWhole = decision.state === "confirmed" && rows.length > 0 && done === rows.length;
  return {
    ...{ done, total: rows.length, missing: lacks.flat() },
    settledOn: isWhole ? (days.toSorted().at(-1) ?? null) : null,
  };
}
