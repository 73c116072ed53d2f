import { and, eq, inArray } from "drizzle-orm";
import type { Work } from "#platform/work/work.ts";
import { notice, noticeHours, noticeSending } from "../tables.ts";
import type { NoticeHours } from "./notice-hours.ts";
import { hoursOf } from "./preference-queries.ts";

/** One's own quiet hours and digest; what waits is looked at anew by them. */
export async function setNoticeHours({ tx, actor, at, record }: Work, hours: NoticeHours): Promise<void> {
  const before = await hoursOf(tx, actor.personId);
  await tx
    .insert(noticeHours)
    .values({ agencyId: actor.agencyId, personId: actor.personId, ...hours })
    .onConflictDoUpdate({ target: noticeHours.personId, set: hours });
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
  await record({
    act: "set-notice-hours",
    objectKind: "person",
    objectId: actor.personId,
    before,
    after: hours,
  });
}
