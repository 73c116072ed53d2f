import { eq } from "drizzle-orm";
import { agencyById, portalBase } from "#organization";
import { openText } from "#platform/config/seal.ts";
import type { Queryable } from "#platform/database/database.ts";
import type { MailSite, OutgoingMail } from "#platform/work/compose-mail.ts";
import { pageReport } from "../tables.ts";
import { reportOutcomes } from "./page-report.ts";

/** The answer to a report as it is mailed; undefined: the mail is of another matter. */
export async function composeAnswer(
  q: Queryable,
  mailId: string,
  { baseUrl, secretFile }: MailSite,
): Promise<OutgoingMail | null | undefined> {
  const [report] = await q.select().from(pageReport).where(eq(pageReport.mailId, mailId));
  if (!report) return undefined;
  if (report.addressSealed === null || report.outcome === null) return null;
  const agency = await agencyById(q, report.agencyId);
  const base = baseUrl + (await portalBase(q, report.agencyId));
  const text = [
    "Kính gửi bạn đọc,",
    `Bạn đã báo lỗi ở trang ${base}${report.path}:\n${report.words}`,
    `${reportOutcomes[report.outcome]}. ${report.answer}`,
    ...(report.correctedPath ? [`Xem tại: ${base}${report.correctedPath}`] : []),
    `Xem lại trả lời bất cứ lúc nào: ${base}/bao-loi/${report.code}`,
    `Thư này chỉ gửi một lần; địa chỉ của bạn được xóa sau khi thư đi.\n${agency?.name ?? ""}`,
  ].join("\n\n");
  return {
    to: await openText(secretFile, report.addressSealed),
    subject: `Trả lời báo lỗi thông tin: ${reportOutcomes[report.outcome].toLowerCase()}`,
    text: `${text}\n`,
    sealed: true,
  };
}
