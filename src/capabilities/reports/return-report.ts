import { notify } from "#organization";
import type { Work } from "#platform/work/work.ts";
import { moveReport } from "./move-report.ts";
import { type Report, writersOf } from "./report-queries.ts";

/** Gives a reviewed report back for correction, with the reason; whoever wrote it is told. */
export async function returnReport(
  work: Work,
  { id, reason }: { id: string; reason: string },
): Promise<Report> {
  const returned = await moveReport(
    work,
    id,
    "return",
    "return-report",
    async () => ({ reviewedBy: null, reviewedAt: null }),
    reason,
  );
  await notify(work, {
    personIds: (await writersOf(work.tx, id)).filter((writer) => writer !== work.actor.personId),
    cause: `report-returned:${id}:${work.at.toISOString()}`,
    kind: "report",
    title: `Báo cáo ${returned.periodLabel} bị trả lại: ${reason}`,
    href: `/workspace/bao-cao/${id}`,
  });
  return returned;
}
