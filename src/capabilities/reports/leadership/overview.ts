import type { ObligationState } from "../obligation-state.ts";

/** A thing that is late, or that waits for somebody. */
export interface OverviewRow {
  id: string;
  label: string;
  /** Who, since when, until when. */
  detail: string;
  /** Address inside the workspace, below /workspace. */
  to: string;
  /** The person who looks may decide it. */
  isMine: boolean;
}

/** Rows of one kind; their number is what is told. */
export interface OverviewGroup {
  key: string;
  label: string;
  rows: OverviewRow[];
}

/** One clause of the plan with how its obligations stand. */
export interface OverviewClause {
  /** Its path, "II.4.1.p1"; "" for what stands in no clause. */
  clause: string;
  /** As people cite it; "" where there is none. */
  mark: string;
  /** Beginning of its words. */
  name: string;
  counts: Record<ObligationState, number>;
  total: number;
}

export interface OverviewFigure {
  key: string;
  label: string;
  words: string;
  numerator: number;
  /** Null: a count. Nought: nothing arose that could be divided. */
  denominator: number | null;
}

/** How the agency stands in a period, as a person with two minutes needs it. */
export interface Overview {
  agency: { name: string; isSample: boolean };
  plan: { id: string; title: string };
  period: { code: string; label: string; from: string; to: string };
  /** Last day that is counted, YYYY-MM-DD. */
  until: string;
  /** ISO instant. */
  takenAt: string;
  figures: OverviewFigure[];
  clauses: OverviewClause[];
  /** The same by the parts of the plan ("II"), each counting the clauses whose path begins with its own. */
  parts: OverviewClause[];
  counts: Record<ObligationState, number>;
  total: number;
  /** Products published in each month of the plan's year that has begun, and in each month before it. */
  months: { code: string; label: string; count: number }[];
  late: OverviewGroup[];
  waiting: OverviewGroup[];
}

/** Whether a clause stands in a part, or is it. */
export const isWithin = (clause: string, part: string): boolean =>
  clause === part || (part !== "" && clause.startsWith(`${part}.`));

/** How many rows all groups hold together. */
export const countOf = (groups: OverviewGroup[]): number =>
  groups.reduce((sum, { rows }) => sum + rows.length, 0);
