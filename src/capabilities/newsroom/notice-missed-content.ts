import { and, eq, lt } from "drizzle-orm";
import { notify, peopleWithRole } from "#organization";
import type { Database } from "#platform/database/database.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { revisionOf } from "./content-queries.ts";
import { causeOfMissed, peopleOf } from "./publish-due-content.ts";
import { contentItem } from "./tables.ts";

/** Looked at each minute, so that everybody is told within five. */
const OVERDUE_MINUTES = 3;

/**
 * Tells those who wrote, approved and publish of texts whose time passed without them: nothing that publishes is at
 * work. Called by the processes that serve people, since the one that publishes may be the one that is down. Told once
 * for each time that was set; gives how many texts are missed.
 */
export async function noticeMissedContent(database: Database, now = new Date()): Promise<number> {
  const overdue = new Date(now.getTime() - OVERDUE_MINUTES * 60_000);
  const missed = await database
    .select()
    .from(contentItem)
    .where(and(eq(contentItem.state, "scheduled"), lt(contentItem.scheduledAt, overdue)))
    .orderBy(contentItem.scheduledAt)
    .limit(200);
  for (const item of missed) {
    await work(
      database,
      systemActor(item.agencyId),
      async (current) => {
        const { title } = await revisionOf(current.tx, item.currentRevisionId);
        const publishers = [
          ...(await peopleWithRole(current.tx, item.agencyId, "editor")),
          ...(await peopleWithRole(current.tx, item.agencyId, "office")),
        ].map(({ id }) => id);
        await notify(current, {
          personIds: [...peopleOf(item), ...publishers],
          cause: causeOfMissed(item),
          kind: "failure",
          title: `Đã quá giờ hẹn mà chưa đăng được: ${title}`,
          href: `/workspace/noi-dung/${item.id}`,
        });
      },
      { at: now },
    );
  }
  return missed.length;
}
