import type { TaskSheetField } from "../../task-imports/task-sheet-fields.ts";
import type { api } from "../api.ts";

export type Trial = Awaited<ReturnType<typeof api.plan.tryTaskSheet.call>>;
export type TrialLine = Trial["lines"][number];

/** What the person has said of the sheet; the rest is guessed by the server. */
export interface SheetSaid {
  sheet?: string;
  headerLine?: number;
  columns?: (TaskSheetField | "")[];
  outsideYear: "no" | "yes";
}

export const stateWords = {
  new: { word: "Mới", tone: "done" },
  present: { word: "Đã có", tone: "none" },
  bad: { word: "Chưa đúng", tone: "failed" },
  heading: { word: "Tiêu đề nhóm", tone: "note" },
} as const;

export const countOf = ({ lines }: Trial, state: TrialLine["state"]): number =>
  lines.filter((line) => line.state === state).length;

/** "A", "B", … "AA": the column as Excel names it. */
export function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}
