import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { endedMails, notify } from "#organization";
import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import type { Database } from "#platform/database/database.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { briefSchedule, briefSending } from "./tables.ts";

/** So long it is looked whether a mail arrived; what has not ended by then never will. */
const DAYS = 7;

/** Tells who made a schedule, once for each time, what the mail server did not take or left unknown. */
export async function tellOfFailures(database: Database, now = new Date()): Promise<number> {
  const open = await database
    .select({ sending: briefSending, schedule: briefSchedule })
    .from(briefSending)
    .innerJoin(briefSchedule, eq(briefSchedule.id, briefSending.scheduleId))
    .where(and(isNotNull(briefSending.mailId), isNull(briefSending.toldAt)));
  const recent = open.filter(({ sending }) => now.getTime() - sending.madeAt.getTime() < DAYS * 86_400_000);
  const ended = await endedMails(
    database,
    recent.map(({ sending }) => sending.mailId!),
  );
  let told = 0;
  for (const { sending, schedule } of recent) {
    const state = ended.get(sending.mailId!)?.state;
    if (state !== "refused" && state !== "unknown") continue;
    told += 1;
    await work(database, systemActor(schedule.agencyId, "Lịch gửi"), async (current) => {
      await current.tx.update(briefSending).set({ toldAt: now }).where(eq(briefSending.id, sending.id));
      await notify(current, {
        personIds: [schedule.madeBy],
        cause: `brief-not-sent:${schedule.id}:${sending.slot}`,
        kind: "brief-schedule",
        title: `Thư theo lịch “${schedule.name}” lúc ${formatDateTime(sending.dueAt)} có người chưa nhận được: ${sending.personName}`,
        href: "/workspace/tong-quan-lanh-dao/lich-gui",
      });
    });
  }
  return told;
}
