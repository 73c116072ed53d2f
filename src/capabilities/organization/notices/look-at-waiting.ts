import { and, eq, inArray } from "drizzle-orm";
import type { Work } from "#platform/work/work.ts";
import { notice, noticeSending } from "../tables.ts";

/** What waits for who acts is looked at anew by the hours that hold from now on. */
export async function lookAtWaiting({ tx, actor, at }: Work): Promise<void> {
  await tx
    .update(noticeSending)
    .set({ dueAt: at })
    .where(
      and(
        eq(noticeSending.state, "waiting"),
        inArray(
          noticeSending.noticeId,
          tx.select({ id: notice.id }).from(notice).where(eq(notice.personId, actor.personId)),
        ),
      ),
    );
}
