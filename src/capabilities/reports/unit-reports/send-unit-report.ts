import { eq } from "drizzle-orm";
import { notify, peopleWithRole, unitsOfAgency } from "#organization";
import { calendarOf } from "#plan";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { unitReport, unitReportSending } from "../tables.ts";
import { unitReportPolicy } from "./policy.ts";
import { daysBehind, lockHindrance, unitsWithHead } from "./request-queries.ts";
import { unitFigures } from "./unit-figures.ts";
import { figuresAsSent, issuesToSend, moveHindrance } from "./unit-report.ts";
import { presentUnitText, unitReportById, unitTextOf } from "./unit-report-queries.ts";

/**
 * The unit hands in exactly the version that was seen, with the figures of this moment and its corrections; from
 * then on it is closed. What comes behind its day is marked with the working days. Throws Unacceptable with what is
 * missing, Conflict when a newer version was saved.
 */
export async function sendUnitReport(
  work: Work,
  { id, textId }: { id: string; textId: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  const { report, request } = await unitReportById(tx, agencyId, id, { locked: true });
  const hasHead = (await unitsWithHead(tx, agencyId, [report.unitId])).size > 0;
  unitReportPolicy.permit(actor, "send", { agencyId, unitIds: [report.unitId], hasHead });
  const why = lockHindrance(request) ?? moveHindrance(report.state, "send");
  if (why !== null) throw new Conflict(why);
  const text = (await unitTextOf(tx, report))!;
  if (text.id !== textId)
    throw new Conflict("Có bản mới hơn vừa được lưu; hãy đọc lại rồi gửi.", {
      current: await presentUnitText(tx, text),
    });
  const day = toVietnamDate(at).toString();
  const figures = await unitFigures(tx, request, report.unitId, day);
  const issues = issuesToSend(text.content, figures, request.extras);
  if (issues.length > 0)
    throw new Unacceptable(`Chưa gửi được: ${issues.map(({ message }) => message).join(" ")}`, issues);
  const sendingId = uuidv7();
  const round = (await tx.$count(unitReportSending, eq(unitReportSending.unitReportId, id))) + 1;
  const sent = figuresAsSent(figures, text.content);
  await tx.insert(unitReportSending).values({
    id: sendingId,
    agencyId,
    unitReportId: id,
    round,
    textId,
    figures: sent,
    sentBy: actor.personId,
    sentAt: at,
  });
  const lateDays = report.lateDays ?? daysBehind(await calendarOf(tx, agencyId), request.dueOn, day);
  await tx.update(unitReport).set({ state: "sent", sendingId, lateDays }).where(eq(unitReport.id, id));
  const corrections = sent.flatMap(({ label, value, corrected }) =>
    corrected ? [`${label}: ${value} → ${corrected.value} (${corrected.reason})`] : [],
  );
  await work.record({
    act: "send-unit-report",
    objectKind: "unit-report",
    objectId: id,
    before: { state: report.state },
    after: {
      state: "sent",
      round,
      version: text.version,
      lateDays,
      corrections: corrections.join("; ") || null,
    },
  });
  const unit = (await unitsOfAgency(tx, agencyId, { closed: true })).find((row) => row.id === report.unitId);
  const editors = await peopleWithRole(tx, agencyId, "editor");
  await notify(work, {
    personIds: editors.flatMap((editor) => (editor.id === actor.personId ? [] : [editor.id])),
    cause: `unit-report-sent:${sendingId}`,
    kind: "unit-report",
    title: `${unit?.name ?? "Một đơn vị"} đã gửi báo cáo ${request.periodLabel.charAt(0).toLocaleLowerCase("vi")}${request.periodLabel.slice(1)}${lateDays > 0 ? `, muộn ${lateDays} ngày làm việc` : ""}`,
    href: `/workspace/bao-cao-don-vi/phieu/${id}`,
  });
}
