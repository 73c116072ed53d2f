import { eq } from "drizzle-orm";
import type { Work } from "#platform/work/work.ts";
import { noticeHours } from "../tables.ts";
import { lookAtWaiting } from "./look-at-waiting.ts";
import { hoursOf } from "./preference-queries.ts";

/** Gives up one's own quiet hours and digest: the agency's hold again. */
export async function followAgencyHours(work: Work): Promise<void> {
  const { tx, actor, record } = work;
  const before = await hoursOf(tx, actor.personId);
  await tx.delete(noticeHours).where(eq(noticeHours.personId, actor.personId));
  await lookAtWaiting(work);
  await record({
    act: "follow-agency-hours",
    objectKind: "person",
    objectId: actor.personId,
    before,
    after: await hoursOf(tx, actor.personId),
  });
}
