import { and, eq, lt } from "drizzle-orm";
import { notify, peopleWithRole } from "#organization";
import { formatDate, startOfDay, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Database, Queryable } from "#platform/database/database.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { type Event, eventHref } from "../event-queries.ts";
import { REMIND_TO } from "../settings/event-rule.ts";
import { eventRuleOf } from "../settings/event-rule-queries.ts";
import { event } from "../tables.ts";
import { endDayOf, type Reminder, reminderOf, startDayOf } from "./reminder.ts";

/** Those of the unit that leads it, and who wrote it while they still keep events; the office where there is nobody. */
async function organisersOf(q: Queryable, { agencyId, leadUnitId, writtenBy }: Event): Promise<string[]> {
  const ids = new Set<string>();
  for (const role of ["head", "contributor"] as const)
    for (const { id } of await peopleWithRole(q, agencyId, role, leadUnitId)) ids.add(id);
  const office = (await peopleWithRole(q, agencyId, "office")).map(({ id }) => id);
  const editors = (await peopleWithRole(q, agencyId, "editor")).map(({ id }) => id);
  if ([...office, ...editors].includes(writtenBy)) ids.add(writtenBy);
  return ids.size > 0 ? [...ids] : office;
}

const told: Record<Reminder, (row: Event) => { cause: string; title: string }> = {
  soon: (row) => ({
    cause: `event-soon:${row.id}:${startDayOf(row)}`,
    title: `Sự kiện diễn ra ngày ${formatDate(startDayOf(row))}: ${row.title}`,
  }),
  unrecorded: (row) => ({
    cause: `event-unrecorded:${row.id}:${endDayOf(row)}`,
    title: `Sự kiện kết thúc ngày ${formatDate(endDayOf(row))} chưa được ghi nhận: ${row.title}`,
  }),
};

/**
 * Tells those who hold an event, once for each day that it was set to, that it is near, and after it that nothing is
 * recorded. Gives how many events there was something to tell of.
 */
export async function remindOrganisers(database: Database, now = new Date()): Promise<number> {
  const far = toVietnamDate(now).add({ days: REMIND_TO + 1 });
  const rows = await database
    .select()
    .from(event)
    .where(and(eq(event.state, "announced"), lt(event.startsAt, startOfDay(far.toString()))));
  let reminded = 0;
  for (const [agencyId, ofAgency] of Map.groupBy(rows, (row) => row.agencyId)) {
    const rule = await eventRuleOf(database, agencyId);
    for (const row of ofAgency) {
      const reminder = reminderOf(row, rule, now);
      if (reminder === null) continue;
      reminded += 1;
      await work(
        database,
        systemActor(agencyId, "Sổ sự kiện"),
        async (current) =>
          notify(current, {
            personIds: await organisersOf(current.tx, row),
            ...told[reminder](row),
            kind: "event",
            href: eventHref(row.id),
          }),
        { at: now },
      );
    }
  }
  return reminded;
}
