import { eq } from "drizzle-orm";
import { notify } from "#organization";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { unitReport, unitReportSending } from "../tables.ts";
import { unitReportPolicy } from "./policy.ts";
import { lockHindrance } from "./request-queries.ts";
import { moveHindrance } from "./unit-report.ts";
import { unitReportById } from "./unit-report-queries.ts";

/** The office takes exactly the sending that was read; who sent it is told. */
export async function acceptUnitReport(
  work: Work,
  { id, sendingId }: { id: string; sendingId: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const { report, request } = await unitReportById(tx, actor.agencyId, id, { locked: true });
  unitReportPolicy.permit(actor, "accept", { agencyId: report.agencyId });
  const why = lockHindrance(request) ?? moveHindrance(report.state, "accept");
  if (why !== null) throw new Conflict(why);
  if (report.sendingId !== sendingId)
    throw new Conflict("Đơn vị đã gửi lại lần khác; hãy mở lại trang để đọc lần gửi ấy.");
  const [sending] = await tx
    .update(unitReportSending)
    .set({ acceptedBy: actor.personId, acceptedAt: at })
    .where(eq(unitReportSending.id, sendingId))
    .returning();
  await tx.update(unitReport).set({ state: "accepted" }).where(eq(unitReport.id, id));
  await work.record({
    act: "accept-unit-report",
    objectKind: "unit-report",
    objectId: id,
    before: { state: report.state },
    after: { state: "accepted", round: sending!.round },
  });
  await notify(work, {
    personIds: sending!.sentBy === actor.personId ? [] : [sending!.sentBy],
    cause: `unit-report-accepted:${sendingId}`,
    kind: "unit-report",
    title: `Báo cáo của đơn vị đã được tiếp nhận: ${request.periodLabel}`,
    href: `/workspace/bao-cao-don-vi/phieu/${id}`,
  });
}
