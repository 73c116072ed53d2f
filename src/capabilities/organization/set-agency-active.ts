import { eq, sql } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import { work as begin, type Work } from "#platform/work/work.ts";
import { actorWithin } from "./add-agency.ts";
import { agencyChanged } from "./agency-changed.ts";
import { subordinateOf } from "./agency-queries.ts";
import { subordinatePolicy } from "./policy.ts";
import { agency } from "./tables.ts";

/** Puts an agency under one's own to rest: nobody of it signs in, all its sessions end, nothing is deleted; or wakes it. */
export async function setAgencyActive(
  work: Work,
  { id, active }: { id: string; active: boolean },
): Promise<void> {
  const { tx, actor, at } = work;
  await tx.execute(sql`select 1 from agency where parent_id = ${actor.agencyId} and id = ${id} for update`);
  const before = await subordinateOf(tx, actor, id);
  if (before.active === active) {
    throw new Conflict(active ? "Cơ quan này đang hoạt động." : "Cơ quan này đã ngừng hoạt động từ trước.");
  }
  subordinatePolicy.permit(actor, "rest", { ...before, agencyId: actor.agencyId });
  await tx.update(agency).set({ active }).where(eq(agency.id, id));
  if (!active) {
    await tx.execute(
      sql`delete from auth_session where user_id in (select user_id from person where agency_id = ${id})`,
    );
  }
  const recorded = {
    act: active ? "activate-agency" : "deactivate-agency",
    objectKind: "agency",
    objectId: id,
    before: { active: before.active },
    after: { active },
  };
  await work.record(recorded);
  await agencyChanged(work);
  await begin(tx, actorWithin(actor, id), (within) => within.record(recorded), { at });
}
