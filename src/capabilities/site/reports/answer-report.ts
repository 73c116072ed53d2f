import { eq } from "drizzle-orm";
import { queueSealedMail } from "#organization";
import { Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { sitePolicy } from "../policy.ts";
import { pageReport } from "../tables.ts";
import { pagePath, type ReportOutcome, reportOutcomes } from "./page-report.ts";
import { reportOf } from "./report-queries.ts";

export interface ReportAnswer {
  id: string;
  outcome: ReportOutcome;
  answer: string;
  /** Address on the portal where the right information stands. */
  correctedPath: string | null;
}

/**
 * Answers who reported something: by mail where they asked for it, and under the code of the report. What is set aside
 * (advertising, nothing to be understood) is told to nobody, and the address is forgotten at once. @throws NotFound,
 * Forbidden, Unacceptable
 */
export async function answerReport(
  work: Work,
  { id, outcome, answer, correctedPath }: ReportAnswer,
): Promise<void> {
  const { tx, actor, at } = work;
  const report = await reportOf(tx, actor, id);
  sitePolicy.permit(actor, "answer", { agencyId: report.agencyId, isOpen: report.outcome === null });
  const path = correctedPath === null ? null : pagePath(correctedPath);
  if (correctedPath !== null && path === null)
    throw new Unacceptable("Địa chỉ trang đã sửa chưa đúng.", [
      {
        field: "correctedPath",
        message: "Ghi địa chỉ trên cổng, bắt đầu bằng dấu /, ví dụ /tin-tuc/ten-bai.",
      },
    ]);
  const tells = outcome !== "set-aside" && report.addressSealed !== null;
  const mailId = tells
    ? await queueSealedMail(tx, {
        agencyId: report.agencyId,
        subject: `Trả lời báo lỗi thông tin: ${reportOutcomes[outcome].toLowerCase()}`,
      })
    : null;
  await tx
    .update(pageReport)
    .set({
      ...{ outcome, answer, mailId, correctedPath: path },
      answeredAt: at,
      answeredBy: actor.personId,
      answeredByName: actor.name,
      ...(!tells && { addressSealed: null }),
    })
    .where(eq(pageReport.id, id));
  await work.record({
    act: "answer-page-report",
    objectKind: "page-report",
    objectId: id,
    after: { outcome, answer, correctedPath: path },
  });
}
