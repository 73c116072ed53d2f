import { and, eq } from "drizzle-orm";
import type { Work } from "#platform/work/work.ts";
import { organizationPolicy } from "../policy.ts";
import { noticeHoursDefault, noticeSending } from "../tables.ts";
import type { NoticeHours } from "./notice-hours.ts";
import { hoursOfAgency } from "./preference-queries.ts";

/** Quiet hours and digest of the own agency's people who have chosen none; what waits is looked at anew by them. */
export async function setNoticeHoursDefault(
  { tx, actor, at, record }: Work,
  hours: NoticeHours,
): Promise<void> {
  const { agencyId } = organizationPolicy.permit(actor, "manage", { agencyId: actor.agencyId });
  const before = await hoursOfAgency(tx, agencyId);
  await tx
    .insert(noticeHoursDefault)
    .values({ agencyId, ...hours })
    .onConflictDoUpdate({ target: noticeHoursDefault.agencyId, set: hours });
  await tx
    .update(noticeSending)
    .set({ dueAt: at })
    .where(and(eq(noticeSending.state, "waiting"), eq(noticeSending.agencyId, agencyId)));
  await record({
    act: "set-notice-hours-default",
    objectKind: "agency",
    objectId: agencyId,
    before: before.hours,
    after: hours,
  });
}
