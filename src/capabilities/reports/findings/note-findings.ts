import { noteFinding } from "#plan";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { reportPolicy } from "../policy.ts";
import { type Report, reportById } from "../report-queries.ts";
import { findingsOfReport } from "./finding-queries.ts";

/** Notes what the report's figures show as lacking; what is noted already stays as it is. Gives the report. */
export async function noteFindings(
  work: Work,
  { id, causes }: { id: string; causes: string[] },
): Promise<Report> {
  const { tx, actor } = work;
  const report = await reportById(tx, actor.agencyId, id);
  reportPolicy.permit(actor, "note-findings", { agencyId: actor.agencyId, writers: [] });
  const chosen = (await findingsOfReport(tx, report)).filter(({ cause }) => causes.includes(cause));
  if (chosen.length === 0)
    throw new Conflict("Số liệu của báo cáo không còn cho thấy tồn tại nào đã chọn. Hãy tải lại trang.");
  const told = {
    label: `Báo cáo ${report.periodLabel.charAt(0).toLocaleLowerCase("vi")}${report.periodLabel.slice(1)}, mục Tồn tại, hạn chế`,
    url: `/workspace/bao-cao/${id}`,
  };
  for (const { taskId, kind, cause, what, notedAs } of chosen)
    if (notedAs === null) await noteFinding(work, { taskId, kind, cause, what, told });
  return report;
}
