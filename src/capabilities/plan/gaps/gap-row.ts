import { isLooseRow, type LooseRow } from "../loose-rows.ts";

/** How a row of the board is kept: the clause, the unit, or the name of a row that is neither. */
export interface GapRow {
  clauseId: string | null;
  unitId: string | null;
  otherRow: LooseRow | null;
}

export const gapRowOf = (by: "clause" | "unit", rowId: string): GapRow => {
  if (isLooseRow(rowId)) return { clauseId: null, unitId: null, otherRow: rowId };
  return by === "unit"
    ? { clauseId: null, unitId: rowId, otherRow: null }
    : { clauseId: rowId, unitId: null, otherRow: null };
};

export const rowIdOf = ({ clauseId, unitId, otherRow }: GapRow): string =>
  clauseId ?? unitId ?? otherRow ?? "";
