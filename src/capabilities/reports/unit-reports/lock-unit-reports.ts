import { and, eq, isNull } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { type Report, reportOfPeriod } from "../report-queries.ts";
import { unitReportRequest } from "../tables.ts";
import { unitReportPolicy } from "./policy.ts";
import { requestById } from "./request-queries.ts";

/** With the signing of the agency's report the period of its units is closed. */
export async function lockUnitReports(
  { tx, at, record }: Work,
  report: Pick<Report, "id" | "agencyId" | "planId" | "basis" | "periodCode" | "periodLabel">,
): Promise<void> {
  const closed = await tx
    .update(unitReportRequest)
    .set({ lockedAt: at, lockedReportId: report.id })
    .where(
      and(
        eq(unitReportRequest.agencyId, report.agencyId),
        eq(unitReportRequest.planId, report.planId),
        eq(unitReportRequest.basis, report.basis),
        eq(unitReportRequest.periodCode, report.periodCode),
        isNull(unitReportRequest.lockedAt),
      ),
    )
    .returning({ id: unitReportRequest.id });
  for (const { id } of closed)
    await record({
      act: "lock-unit-reports",
      objectKind: "unit-report-request",
      objectId: id,
      after: { periodLabel: report.periodLabel },
    });
}

/** Closes a period again that was reopened after the signing. */
export async function closeUnitReports(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor } = work;
  const request = await requestById(tx, actor.agencyId, id);
  unitReportPolicy.permit(actor, "close", { agencyId: request.agencyId });
  const { agencyId, planId, basis, periodCode: code } = request;
  if (request.lockedAt !== null) throw new Conflict("Kỳ này đã khóa.");
  const own = await reportOfPeriod(tx, agencyId, planId, { code, basis });
  if (!own?.signedOffAt)
    throw new Conflict("Báo cáo kỳ này của cơ quan chưa ký; kỳ tự khóa khi báo cáo được ký duyệt.");
  await lockUnitReports(work, own);
}
