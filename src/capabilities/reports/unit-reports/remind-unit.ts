import { notify } from "#organization";
import { calendarOf } from "#plan";
import { Conflict } from "#platform/auth/policy.ts";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { unitReportReminder } from "../tables.ts";
import { unitReportPolicy } from "./policy.ts";
import { answerablePeople, daysBehind, lockHindrance } from "./request-queries.ts";
import { moveHindrance } from "./unit-report.ts";
import { unitReportById } from "./unit-report-queries.ts";

/** Tells a unit's answerable people of the report that it owes, once a day; whom it reached is kept. */
export async function remindUnit(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor, at } = work;
  const { report, request } = await unitReportById(tx, actor.agencyId, id, { locked: true });
  unitReportPolicy.permit(actor, "remind", { agencyId: report.agencyId });
  const why = lockHindrance(request) ?? moveHindrance(report.state, "remind");
  if (why !== null) throw new Conflict(why);
  const people = await answerablePeople(tx, report.agencyId, report.unitId);
  if (people.length === 0)
    throw new Conflict(
      "Đơn vị chưa có ai được giao vai trò nên không nhắc được. Quản trị giao vai trò ở mục Người dùng.",
    );
  const day = toVietnamDate(at).toString();
  const [first] = await tx
    .insert(unitReportReminder)
    .values({
      id: uuidv7(),
      agencyId: report.agencyId,
      unitReportId: id,
      day,
      told: people.map(({ name }) => name),
      remindedBy: actor.personId,
      remindedAt: at,
    })
    .onConflictDoNothing()
    .returning();
  if (!first) throw new Conflict("Hôm nay đã nhắc đơn vị này rồi; mỗi ngày nhắc một lần.");
  await work.record({
    act: "remind-unit",
    objectKind: "unit-report",
    objectId: id,
    after: { told: first.told.join(", ") },
  });
  const behind = daysBehind(await calendarOf(tx, report.agencyId), request.dueOn, day);
  await notify(work, {
    personIds: people.map((person) => person.id),
    cause: `unit-report-reminder:${id}:${day}`,
    kind: "unit-report",
    title: `Nhắc gửi báo cáo ${request.periodLabel.charAt(0).toLocaleLowerCase("vi")}${request.periodLabel.slice(1)}: ${behind > 0 ? `quá hạn ${behind} ngày làm việc` : `hạn ngày ${formatDate(request.dueOn)}`}`,
    href: `/workspace/bao-cao-don-vi/phieu/${id}`,
  });
}
