import { and, eq } from "drizzle-orm";
import { unitsOfAgency } from "#organization";
import { calendarOf } from "#plan";
import type { PeriodBasis } from "#platform/clock/reporting-period.ts";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { unitReport, unitReportRequest } from "../tables.ts";
import { daysBehind } from "./request-queries.ts";

/** How units have answered the request of a period. */
export interface UnitStanding {
  /** YYYY-MM-DD. */
  dueOn: string;
  asked: number;
  sent: number;
  /** In the units' printed order; days are working days, 0 while there is time. */
  missing: { unitName: string; behindDays: number }[];
  late: { unitName: string; days: number }[];
}

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

const behindInWords = ({ unitName, behindDays }: UnitStanding["missing"][number]): string =>
  behindDays > 0 ? `${unitName} (quá hạn ${behindDays} ngày làm việc)` : unitName;

/** Who has sent and who has not, as a sentence of the agency's report. */
export function standingInWords({ dueOn, asked, sent, missing, late }: UnitStanding): string {
  const parts = [
    `Trong ${asked} đơn vị được yêu cầu báo cáo (hạn ngày ${formatDate(dueOn)}), ${sent} đơn vị đã gửi (nguồn: báo cáo của các đơn vị trên hệ thống)`,
    ...(missing.length > 0 ? [`chưa gửi: ${missing.map(behindInWords).join(", ")}`] : []),
    ...(late.length > 0
      ? [`gửi muộn: ${late.map(({ unitName, days }) => `${unitName} (${days} ngày làm việc)`).join(", ")}`]
      : []),
  ];
  return `${parts.join("; ")}.`;
}
