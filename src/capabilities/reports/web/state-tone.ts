import type { StateTone } from "#ui/state-badge.tsx";
import type { ReportState } from "../report.ts";

/** How a report's state looks beside its word. */
export const stateTone: Record<ReportState, StateTone> = {
  collecting: "draft",
  frozen: "note",
  drafted: "draft",
  reviewed: "waiting",
  "signed-off": "approved",
  submitted: "done",
};
