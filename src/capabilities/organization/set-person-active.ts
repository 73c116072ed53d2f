import { eq, sql } from "drizzle-orm";
import type { Work } from "#platform/work/work.ts";
import { keepAnAdministrator } from "./last-administrator.ts";
import { personOf } from "./people-queries.ts";
import { organizationPolicy } from "./policy.ts";
import { person } from "./tables.ts";

/** Locks a person out (all sessions end at once) or lets the person in again. */
export async function setPersonActive(
  work: Work,
  { id, active, reason = null }: { id: string; active: boolean; reason?: string | null },
): Promise<void> {
  const { tx, actor } = work;
  const before = organizationPolicy.permit(actor, "manage", await personOf(tx, actor, id));
  if (before.active === active) return;
  // Whoever is let in again has come back.
  await tx
    .update(person)
    .set({ active, ...(active && { leavesOn: null }) })
    .where(eq(person.id, id));
  if (!active) {
    await keepAnAdministrator(work);
    await tx.execute(
      sql`delete from auth_session where user_id = (select user_id from person where id = ${id})`,
    );
  }
  await work.record({
    act: active ? "activate-person" : "deactivate-person",
    objectKind: "person",
    objectId: id,
    before: { active: before.active },
    after: { active },
    reason,
  });
}
