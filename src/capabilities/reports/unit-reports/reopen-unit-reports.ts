import { eq } from "drizzle-orm";
import { notify, peopleWithRole } from "#organization";
import { Conflict } from "#platform/auth/policy.ts";
import { beginning } from "#platform/text/beginning.ts";
import type { Work } from "#platform/work/work.ts";
import { unitReportRequest } from "../tables.ts";
import { unitReportPolicy } from "./policy.ts";
import { requestById } from "./request-queries.ts";

/** The leadership opens a closed period again with a reason; the agency's signed report stays as it was signed. */
export async function reopenUnitReports(
  work: Work,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const request = await requestById(tx, actor.agencyId, id, { locked: true });
  unitReportPolicy.permit(actor, "reopen", { agencyId: request.agencyId });
  if (request.lockedAt === null) throw new Conflict("Kỳ này đang mở.");
  await tx
    .update(unitReportRequest)
    .set({
      lockedAt: null,
      lockedReportId: null,
      reopenedAt: at,
      reopenedBy: actor.personId,
      reopenReason: reason,
    })
    .where(eq(unitReportRequest.id, id));
  await work.record({
    act: "reopen-unit-reports",
    objectKind: "unit-report-request",
    objectId: id,
    after: { periodLabel: request.periodLabel },
    reason,
  });
  await notify(work, {
    personIds: (await peopleWithRole(tx, request.agencyId, "editor")).map((editor) => editor.id),
    cause: `unit-reports-reopened:${id}:${at.toISOString()}`,
    kind: "unit-report",
    title: `Kỳ đơn vị báo cáo được mở lại: ${beginning(reason, 160)}`,
    href: `/workspace/bao-cao-don-vi/${id}`,
  });
}
