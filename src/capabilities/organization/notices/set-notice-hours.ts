import type { Work } from "#platform/work/work.ts";
import { noticeHours } from "../tables.ts";
import { lookAtWaiting } from "./look-at-waiting.ts";
import type { NoticeHours } from "./notice-hours.ts";
import { hoursOf } from "./preference-queries.ts";

/** One's own quiet hours and digest; what waits is looked at anew by them. */
export async function setNoticeHours(work: Work, hours: NoticeHours): Promise<void> {
  const { tx, actor, record } = work;
  const before = await hoursOf(tx, actor.personId);
  await tx
    .insert(noticeHours)
    .values({ agencyId: actor.agencyId, personId: actor.personId, ...hours })
    .onConflictDoUpdate({ target: noticeHours.personId, set: hours });
  await lookAtWaiting(work);
  await record({
    act: "set-notice-hours",
    objectKind: "person",
    objectId: actor.personId,
    before,
    after: hours,
  });
}
