import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Work } from "#platform/work/work.ts";
import { noticesOf } from "./people-queries.ts";
import { notice } from "./tables.ts";

/** Marks one's own notices as read; gives how many are left. */
export async function readNotices(
  { tx, actor, at }: Work,
  { ids }: { ids: string[] },
): Promise<{ unread: number }> {
  if (ids.length > 0) {
    await tx
      .update(notice)
      .set({ readAt: at })
      .where(and(eq(notice.personId, actor.personId), inArray(notice.id, ids), isNull(notice.readAt)));
  }
  const { unread } = await noticesOf(tx, actor.personId);
  return { unread };
}
