import type { CoverageView } from "./api.ts";

/** A cell of the board. */
export interface Cell {
  row: CoverageView["rows"][number];
  period: CoverageView["periods"][number];
}

/** Which board is asked for. */
export interface Question {
  id: string;
  kind: "month" | "quarter";
  basis: "decree" | "calendar";
  by: "clause" | "unit";
}
