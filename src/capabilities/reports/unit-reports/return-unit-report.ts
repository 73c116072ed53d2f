import { eq } from "drizzle-orm";
import { notify } from "#organization";
import { Conflict } from "#platform/auth/policy.ts";
import { beginning } from "#platform/text/beginning.ts";
import type { Work } from "#platform/work/work.ts";
import { unitReport, unitReportSending } from "../tables.ts";
import { unitReportPolicy } from "./policy.ts";
import { answerablePeople, lockHindrance } from "./request-queries.ts";
import { moveHindrance } from "./unit-report.ts";
import { unitReportById } from "./unit-report-queries.ts";

/** The unit corrects and sends anew; what it sent stays as it was, with the reason. */
export async function returnUnitReport(
  work: Work,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const { report, request } = await unitReportById(tx, actor.agencyId, id, { locked: true });
  unitReportPolicy.permit(actor, "return", { agencyId: report.agencyId });
  const why = lockHindrance(request) ?? moveHindrance(report.state, "return");
  if (why !== null) throw new Conflict(why);
  const sendingId = report.sendingId!;
  await tx
    .update(unitReportSending)
    .set({ returnedBy: actor.personId, returnedAt: at, returnReason: reason })
    .where(eq(unitReportSending.id, sendingId));
  await tx.update(unitReport).set({ state: "returned" }).where(eq(unitReport.id, id));
  await work.record({
    act: "return-unit-report",
    objectKind: "unit-report",
    objectId: id,
    before: { state: report.state },
    after: { state: "returned" },
    reason,
  });
  await notify(work, {
    personIds: (await answerablePeople(tx, report.agencyId, report.unitId)).map((person) => person.id),
    cause: `unit-report-returned:${sendingId}`,
    kind: "unit-report",
    title: `Báo cáo của đơn vị bị trả lại để sửa: ${beginning(reason, 160)}`,
    href: `/workspace/bao-cao-don-vi/phieu/${id}`,
  });
}
