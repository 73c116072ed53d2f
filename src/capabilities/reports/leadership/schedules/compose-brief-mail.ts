import { and, eq } from "drizzle-orm";
import { agencyById, peopleOfAgency, recipientOf } from "#organization";
import { planOfYear } from "#plan";
import type { Actor } from "#platform/auth/actor.ts";
import { parsePeriod } from "#platform/clock/reporting-period.ts";
import type { Queryable } from "#platform/database/database.ts";
import { mediaTypes } from "#platform/http/download.ts";
import { PdfUnavailable } from "#platform/official-document/write/typeset.ts";
import type { ComposeMail, OutgoingMail } from "#platform/work/compose-mail.ts";
import { stateWords } from "../../messages/vi.ts";
import { reportOfPeriod } from "../../report-queries.ts";
import { setBrief } from "../brief/set-brief.ts";
import { gatherOverview } from "../gather-overview.ts";
import { countOf } from "../overview.ts";
import { peopleOfSchedule, type Schedule, whyWithheld } from "./schedule-queries.ts";
import { briefSchedule, briefSending } from "./tables.ts";

type Told = Pick<OutgoingMail, "attachments"> & { lines: string[] };

/** The brief as this person may see it now, attached; where no PDF can be made or the year has no plan, that is said. */
async function brief(q: Queryable, recipient: Actor, period: string, site: string): Promise<Told> {
  const page = `Xem trên hệ thống: ${site}/workspace/tong-quan-lanh-dao?ky=${period}`;
  if ((await planOfYear(q, recipient.agencyId, Number(period.slice(0, 4)))) === null)
    return { lines: ["Năm này chưa có kế hoạch trên hệ thống nên chưa có số liệu để tóm tắt."] };
  const overview = await gatherOverview(q, recipient, { period });
  const mine = overview.waiting.flatMap(({ rows }) => rows.filter(({ isMine }) => isMine)).length;
  const lines = [
    `Việc chờ quyết định: ${countOf(overview.waiting)}, trong đó chờ chính Ông/Bà: ${mine}.`,
    `Việc trễ hạn, còn thiếu: ${countOf(overview.late)}.`,
    `Nội dung của kế hoạch có minh chứng: ${overview.counts.proven}/${overview.total}.`,
  ];
  try {
    const content = await setBrief(overview);
    return {
      lines: [`${lines.join("\n")}`, "Bản tóm tắt hai trang kèm theo thư này.", page],
      attachments: [
        {
          filename: `tom-tat-lanh-dao-${period}.pdf`,
          content: Buffer.from(content),
          contentType: mediaTypes.pdf,
        },
      ],
    };
  } catch (fault) {
    if (!(fault instanceof PdfUnavailable)) throw fault;
    return { lines: [lines.join("\n"), "Máy chủ chưa lập được bản .pdf; xin xem trên hệ thống.", page] };
  }
}

/** Where the report stands: it holds what is meant for the agency alone, hence a link and no file. */
async function report(q: Queryable, agencyId: string, code: string, site: string): Promise<Told> {
  const period = parsePeriod(code, "decree");
  const plan = await planOfYear(q, agencyId, Number(code.slice(0, 4)));
  const found = plan && (await reportOfPeriod(q, agencyId, plan.id, period));
  if (!found)
    return {
      lines: [
        `Báo cáo ${period.label} chưa được lập trên hệ thống.`,
        `Danh sách báo cáo: ${site}/workspace/bao-cao`,
      ],
    };
  return {
    lines: [
      `Báo cáo ${period.label}: ${stateWords[found.state].toLocaleLowerCase("vi")}.`,
      `Xem và tải tại: ${site}/workspace/bao-cao/${found.id}`,
    ],
  };
}

/** Why it goes to nobody any more at the moment it would go out; null: it goes. */
async function whyNot(q: Queryable, schedule: Schedule, recipient: Actor | null, personId: string) {
  if (schedule.state !== "active") return "Lịch gửi đã dừng trước khi thư đi.";
  if (!(await peopleOfSchedule(q, schedule.id)).includes(personId)) return "Người nhận đã được bỏ khỏi lịch.";
  return whyWithheld(recipient, schedule.agencyId, schedule.what);
}

/** A mail of a schedule, as it is true the moment it goes out; who lost the right or was locked out gets nothing. */
export const composeBriefMail: ComposeMail = async (q, mailId, { baseUrl }) => {
  const [found] = await q
    .select({ sending: briefSending, schedule: briefSchedule })
    .from(briefSending)
    .innerJoin(
      briefSchedule,
      and(eq(briefSchedule.id, briefSending.scheduleId), eq(briefSchedule.agencyId, briefSending.agencyId)),
    )
    .where(eq(briefSending.mailId, mailId));
  if (!found) return undefined;
  const { sending, schedule } = found;
  const recipient = await recipientOf(q, sending.personId);
  const withheld = await whyNot(q, schedule, recipient, sending.personId);
  if (withheld !== null || recipient === null) {
    await q.update(briefSending).set({ withheld }).where(eq(briefSending.id, sending.id));
    return null;
  }
  const { agencyId } = schedule;
  const to = (await peopleOfAgency(q, agencyId)).find(({ id }) => id === sending.personId)!.email;
  const agency = await agencyById(q, agencyId);
  const label = parsePeriod(sending.periodCode, "decree").label;
  const { lines, attachments } =
    schedule.what === "brief"
      ? await brief(q, recipient, sending.periodCode, baseUrl)
      : await report(q, agencyId, sending.periodCode, baseUrl);
  const text = [
    `Kính gửi ${recipient.name},`,
    ...lines,
    `Thư gửi theo lịch “${schedule.name}”; người lập lịch có thể bỏ Ông/Bà khỏi danh sách.`,
    agency?.name ?? "",
  ].join("\n\n");
  return {
    ...{ to, subject: `${schedule.name}: ${label}`, text: `${text}\n`, sealed: true },
    ...(attachments && { attachments }),
  };
};
