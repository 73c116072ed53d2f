import { eq } from "drizzle-orm";
import type { Work } from "#platform/work/work.ts";
import { sharedCalendar } from "../tables.ts";
import { calendarPolicy } from "./policy.ts";

/** Lets the agencies directly under the own one take its list of days off, or ends that; what they took stays theirs. */
export async function shareCalendar(work: Work, { shared }: { shared: boolean }): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  calendarPolicy.permit(actor, "keep", { agencyId });
  const changed = shared
    ? await tx
        .insert(sharedCalendar)
        .values({ agencyId, sharedBy: actor.personId, sharedAt: at })
        .onConflictDoNothing()
        .returning()
    : await tx.delete(sharedCalendar).where(eq(sharedCalendar.agencyId, agencyId)).returning();
  if (changed.length === 0) return;
  await work.record({
    act: "share-calendar",
    objectKind: "working-calendar",
    objectId: agencyId,
    before: { shared: !shared },
    after: { shared },
  });
}
