import { and, eq, sql } from "drizzle-orm";
import { notify, peopleWithRole } from "#organization";
import { calendarOf } from "#plan";
import { toVietnamDate, VIETNAM } from "#platform/clock/vietnam-time.ts";
import { whyOff } from "#platform/clock/working-days.ts";
import type { Database, Queryable } from "#platform/database/database.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { type ContentItem, itemOfAgency, revisionOf } from "./content-queries.ts";
import { contentItem } from "./tables.ts";

/** Who may clear the debt of an urgent publication: none who wrote it, nor `publisherId`, who sent it out. */
export async function checkersOf(
  q: Queryable,
  { agencyId, unitId, authorIds }: ContentItem & { authorIds: string[] },
  publisherId: string | null,
): Promise<string[]> {
  const people = [
    ...(await peopleWithRole(q, agencyId, "editor")),
    ...(await peopleWithRole(q, agencyId, "leadership")),
    ...(await peopleWithRole(q, agencyId, "head", unitId)),
  ];
  return [...new Set(people.map(({ id }) => id))].filter(
    (id) => id !== publisherId && !authorIds.includes(id),
  );
}

/**
 * Tells those who may check what went out urgently, once on each working day after it, until somebody has. Gives of how
 * many items was told.
 */
export async function remindOfPostChecks(database: Database, now = new Date()): Promise<number> {
  const today = toVietnamDate(now);
  const begun = new Date(today.toZonedDateTime({ timeZone: VIETNAM }).epochMilliseconds);
  const owed = await database
    .select({ id: contentItem.id, agencyId: contentItem.agencyId })
    .from(contentItem)
    .where(
      and(
        eq(contentItem.postCheckDue, true),
        eq(contentItem.state, "published"),
        sql`${contentItem.submittedAt} < ${begun.toISOString()}::timestamptz`,
      ),
    );
  let told = 0;
  for (const { id, agencyId } of owed) {
    if (whyOff(await calendarOf(database, agencyId), today) !== null) continue;
    const wasTold = await work(
      database,
      systemActor(agencyId, "Nhắc việc"),
      async (current) => {
        const item = await itemOfAgency(current.tx, agencyId, id, { lock: true });
        // Somebody may just have checked it, or taken it down.
        if (!item.postCheckDue || item.state !== "published") return false;
        const { title } = await revisionOf(current.tx, item.liveRevisionId!);
        await notify(current, {
          personIds: await checkersOf(current.tx, item, item.submittedBy),
          cause: `content-post-check:${id}:${begun.toISOString()}`,
          kind: "review",
          title: `Vẫn chờ hậu kiểm: ${title}`,
          href: `/workspace/noi-dung/${id}`,
        });
        return true;
      },
      { at: now },
    );
    if (wasTold) told += 1;
  }
  return told;
}
