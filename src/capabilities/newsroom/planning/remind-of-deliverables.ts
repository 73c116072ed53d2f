import { and, asc, eq, gt, inArray, isNull, lt, or, sql } from "drizzle-orm";
import { notify, peopleWithRole } from "#organization";
import { calendarOf } from "#plan";
import { formatDateTime, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { whyOff, workingDaysAfter } from "#platform/clock/working-days.ts";
import type { Database } from "#platform/database/database.ts";
import { beginning } from "#platform/text/beginning.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { kindOf } from "../kinds/index.ts";
import { contentItem, deliverable, deliverableReminder, story } from "../tables.ts";
import { waitsForMaker } from "./story.ts";
import { deliverableForUpdate } from "./story-queries.ts";

/** Days in which a weekend and the longest holidays lie; of what is looked at nearer days are counted as worked days. */
const LOOK_AHEAD_DAYS = 14;
/** Lateness of which nobody was told in so many days (nothing ran) is told no more. */
const OLD_DAYS = 30;
const DAY = 86_400_000;
const AT_A_TIME = 500;

/**
 * Tells who is to make something that it is due within a working day, and once more when its moment has passed; where
 * no person is named, the head of its unit. Each is told once for each moment that was set, on working days. Gives how
 * many deliverables were told of.
 */
export async function remindOfDeliverables(database: Database, now = new Date()): Promise<number> {
  const due = await database
    .select({ id: deliverable.id, agencyId: deliverable.agencyId, dueAt: deliverable.dueAt })
    .from(deliverable)
    .innerJoin(story, eq(story.id, deliverable.storyId))
    .leftJoin(contentItem, eq(contentItem.id, deliverable.itemId))
    .where(
      and(
        isNull(story.droppedAt),
        or(isNull(contentItem.id), inArray(contentItem.state, ["draft", "returned", "refused", "discarded"])),
        gt(deliverable.dueAt, new Date(now.getTime() - OLD_DAYS * DAY)),
        lt(deliverable.dueAt, new Date(now.getTime() + LOOK_AHEAD_DAYS * DAY)),
        sql`not exists (select 1 from ${deliverableReminder} r where r.deliverable_id = ${deliverable.id} and r.due_at = ${deliverable.dueAt} and r.step = case when ${deliverable.dueAt} < ${now.toISOString()}::timestamptz then 'overdue' else 'soon' end)`,
      ),
    )
    .orderBy(asc(deliverable.dueAt))
    .limit(AT_A_TIME);
  const today = toVietnamDate(now);
  let told = 0;
  for (const [agencyId, rows] of Map.groupBy(due, (row) => row.agencyId)) {
    const calendar = await calendarOf(database, agencyId);
    if (whyOff(calendar, today) !== null) continue;
    for (const { id, dueAt } of rows) {
      const isLate = dueAt < now;
      if (!isLate && workingDaysAfter(calendar, today, toVietnamDate(dueAt)) > 1) continue;
      const act = systemActor(agencyId, "Nhắc việc");
      const wasTold = await work(
        database,
        act,
        async (current) => {
          const { tx } = current;
          const row = await deliverableForUpdate(tx, agencyId, id);
          const { storyDroppedAt, itemState, story: its } = row;
          // Meanwhile it may be handed in, moved or given up.
          if (storyDroppedAt || !waitsForMaker(itemState) || row.dueAt.getTime() !== dueAt.getTime())
            return false;
          const step = isLate ? "overdue" : "soon";
          const [first] = await tx
            .insert(deliverableReminder)
            .values({ agencyId, deliverableId: id, dueAt, step, at: now })
            .onConflictDoNothing()
            .returning();
          if (!first) return false;
          const heads = (await peopleWithRole(tx, agencyId, "head", row.unitId)).map((person) => person.id);
          const maker = row.personId ? [row.personId] : heads;
          const others = isLate && its.leadPersonId ? [its.leadPersonId] : [];
          await notify(current, {
            personIds: [...maker, ...others],
            cause: `deliverable-due:${id}:${step}:${dueAt.toISOString()}`,
            kind: "deliverable",
            title: `${isLate ? "Quá hạn" : "Sắp đến hạn"} ${formatDateTime(dueAt)}: ${kindOf(row.kind)?.label ?? "sản phẩm"} “${beginning(its.title, 140)}”`,
            href: `/workspace/de-tai/${its.id}`,
          });
          return true;
        },
        { at: now },
      );
      if (wasTold) told += 1;
    }
  }
  return told;
}
