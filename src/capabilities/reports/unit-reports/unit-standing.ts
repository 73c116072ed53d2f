import { and, eq } from "drizzle-orm";
import { unitsOfAgency } from "#organization";
import { calendarOf } from "#plan";
import type { PeriodBasis } from "#platform/clock/reporting-period.ts";
import type { Queryable } from "#platform/database/database.ts";
import { unitReport, unitReportRequest } from "../tables.ts";
import { daysBehind } from "./request-queries.ts";
import type { UnitStanding } from "./standing-words.ts";

/** Null where nobody was asked for the period. `day`: YYYY-MM-DD. */
export async function unitStanding(
  q: Queryable,
  { agencyId, planId, code, basis }: { agencyId: string; planId: string; code: string; basis: PeriodBasis },
  day: string,
): Promise<UnitStanding | null> {
  const [request] = await q
    .select()
    .from(unitReportRequest)
    .where(
      and(
        eq(unitReportRequest.agencyId, agencyId),
        eq(unitReportRequest.planId, planId),
        eq(unitReportRequest.periodCode, code),
        eq(unitReportRequest.basis, basis),
      ),
    );
  if (!request) return null;
  const reports = await q.select().from(unitReport).where(eq(unitReport.requestId, request.id));
  const behindDays = daysBehind(await calendarOf(q, agencyId), request.dueOn, day);
  const inOrder = (await unitsOfAgency(q, agencyId, { closed: true })).flatMap(({ id, name }) => {
    const report = reports.find(({ unitId }) => unitId === id);
    return report ? [{ unitName: name, report }] : [];
  });
  return {
    dueOn: request.dueOn,
    asked: reports.length,
    sent: reports.filter(({ sendingId }) => sendingId !== null).length,
    missing: inOrder.flatMap(({ unitName, report }) =>
      report.sendingId === null ? [{ unitName, behindDays }] : [],
    ),
    late: inOrder.flatMap(({ unitName, report: { lateDays } }) =>
      lateDays ? [{ unitName, days: lateDays }] : [],
    ),
  };
}
