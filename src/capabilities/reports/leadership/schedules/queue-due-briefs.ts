import { and, eq } from "drizzle-orm";
import { peopleStanding, queueSealedMail, recipientOf } from "#organization";
import type { Database } from "#platform/database/database.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { daysOffOf } from "#platform/work/days-off.ts";
import { dueSlot, type Slot, toldPeriod } from "./schedule.ts";
import { peopleOfSchedule, type Schedule, whyWithheld } from "./schedule-queries.ts";
import { briefSchedule, briefSending } from "./tables.ts";

/**
 * Queues a mail for each person to whom something is due, person by person in a transaction of its own: the row that
 * names person and time is written with its mail in one commit, so that nothing goes out twice or is lost wherever a
 * process is killed. Who may not get it is written down with why. Gives how many mails were queued.
 */
export async function queueDueBriefs(database: Database, now = new Date()): Promise<number> {
  let queued = 0;
  for (const schedule of await database
    .select()
    .from(briefSchedule)
    .where(eq(briefSchedule.state, "active"))) {
    const slot = dueSlot(schedule, schedule.since, now, await daysOffOf(database, schedule.agencyId));
    if (slot === null) continue;
    for (const personId of await peopleOfSchedule(database, schedule.id))
      if (await queueFor(database, { schedule, slot, personId, now })) queued += 1;
  }
  return queued;
}

/** True: a mail was queued now. */
async function queueFor(
  database: Database,
  { schedule, slot, personId, now }: { schedule: Schedule; slot: Slot; personId: string; now: Date },
): Promise<boolean> {
  const { id: scheduleId, agencyId, what } = schedule;
  return database.transaction(async (tx) => {
    // Whoever pauses, ends or changes it meanwhile, or another worker, comes before or after, never between.
    const [held] = await tx
      .select()
      .from(briefSchedule)
      .where(eq(briefSchedule.id, scheduleId))
      .for("update");
    if (held?.state !== "active" || held.since > slot.at) return false;
    const [known] = await tx
      .select({ id: briefSending.id })
      .from(briefSending)
      .where(
        and(
          eq(briefSending.scheduleId, scheduleId),
          eq(briefSending.personId, personId),
          eq(briefSending.slot, slot.day),
        ),
      );
    if (known) return false;
    const withheld = whyWithheld(await recipientOf(tx, personId), agencyId, what);
    const standing = await peopleStanding(tx, agencyId, [personId]);
    const mailId =
      withheld === null
        ? await queueSealedMail(tx, { agencyId, subject: schedule.name, recipient: "người nhận theo lịch" })
        : null;
    await tx.insert(briefSending).values({
      ...{ id: uuidv7(), agencyId, scheduleId, personId, personName: standing.get(personId)?.name ?? "" },
      ...{ slot: slot.day, periodCode: toldPeriod(schedule, slot.movedTo), dueAt: slot.at, madeAt: now },
      ...{ mailId, withheld },
    });
    return mailId !== null;
  });
}
