import type { Role } from "#platform/auth/actor.ts";
import type { PeriodBasis } from "#platform/clock/reporting-period.ts";
import type { Database } from "#platform/database/database.ts";
import { systemActor, type Work, work } from "#platform/work/work.ts";
import { draftReport } from "./draft-report.ts";
import { freezeFigures } from "./freeze-figures.ts";
import { openReport } from "./open-report.ts";
import { reopenReport } from "./reopen-report.ts";
import { type Report, stateHindrance } from "./report-queries.ts";

const editor: Role = "editor";

/**
 * What the command line does for a period: finds its report or makes it as far as the draft. Figures that are frozen
 * already stay as they are, unless `refresh` asks to take them anew. Acts are recorded in the name of the command
 * line. Throws Unacceptable, NotFound, or Conflict when a signed report should be refreshed.
 */
export const draftPeriodReport = (
  database: Database,
  agencyId: string,
  { period, basis, refresh }: { period: string; basis: PeriodBasis; refresh: boolean },
): Promise<Report> => {
  const actor = { ...systemActor(agencyId, "Dòng lệnh"), appointments: [{ role: editor, unitId: null }] };
  return work(database, actor, async (current: Work) => {
    let report = await openReport(current, { planId: null, period, basis });
    const { id } = report;
    const begun = report.state !== "collecting";
    if (refresh && begun) report = await reopenReport(current, { id, reason: "Thu thập lại từ dòng lệnh" });
    if (stateHindrance(report, "freeze") === null) report = await freezeFigures(current, { id });
    if (stateHindrance(report, "draft") === null) report = await draftReport(current, { id });
    return report;
  });
};
