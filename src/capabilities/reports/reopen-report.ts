import type { Work } from "#platform/work/work.ts";
import { moveReport } from "./move-report.ts";
import type { Report } from "./report-queries.ts";

/** Goes back to gathering figures; what was frozen and written stays in the history. */
export const reopenReport = (
  work: Work,
  { id, reason }: { id: string; reason: string | null },
): Promise<Report> =>
  moveReport(
    work,
    id,
    "reopen",
    "reopen-report",
    async () => ({ freezeId: null, textId: null, reviewedBy: null, reviewedAt: null }),
    reason,
  );
