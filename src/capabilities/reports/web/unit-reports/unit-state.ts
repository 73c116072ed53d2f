import type { StateTone } from "#ui/state-badge.tsx";
import type { UnitReportState } from "../../unit-reports/unit-report.ts";

/** How the state of a unit's report looks beside its word. */
export const unitStateTone: Record<UnitReportState, StateTone> = {
  asked: "none",
  writing: "draft",
  sent: "waiting",
  returned: "returned",
  accepted: "done",
};
