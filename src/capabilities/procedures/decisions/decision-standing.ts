import { isSettled } from "../postings/posting.ts";
import type { PostingBoard } from "../postings/posting-board.ts";
import type { DecisionFacts } from "./decision-queries.ts";

/** How far a decision has been carried through: a row is done once everything about its procedure is settled at every place. */
export interface DecisionStanding {
  done: number;
  total: number;
  /** What is missing, by code, with the places. */
  missing: { code: string; name: string; places: string[] }[];
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
  const missing = rows.flatMap(({ code, name, action }) => {
    const row = byCode.get(code);
    // Repealed before it stood anywhere, it asks nothing of anybody.
    if (!row)
      return action === "repealed" || known.has(code) ? [] : [{ code, name, places: [...names.values()] }];
    const places = row.cells
      .filter(({ state }) => state !== "none" && !isSettled(state))
      .map(({ placeId }) => names.get(placeId)!);
    return places.length === 0 ? [] : [{ code, name: row.name, places }];
  });
  const days = rows.flatMap(({ code }) =>
    (byCode.get(code)?.cells ?? []).flatMap(({ proof }) => (proof ? [proof.seenOn] : [])),
  );
  const isWhole = decision.state === "confirmed" && rows.length > 0 && missing.length === 0;
  return {
    ...{ done: rows.length - missing.length, total: rows.length, missing },
    settledOn: isWhole ? (days.toSorted().at(-1) ?? null) : null,
  };
}
