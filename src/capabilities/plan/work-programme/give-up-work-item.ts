import { eq } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { workItem } from "../tables.ts";
import { workItemPolicy } from "./policy.ts";
import { workItemForUpdate } from "./work-item-queries.ts";

/** Says that an item was not held, and why; it may still be held later. */
export async function giveUpWorkItem(
  work: Work,
  { id, reason }: { id: string; reason: string },
): Promise<{ id: string }> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  const found = await workItemForUpdate(tx, agencyId, id);
  const subject = { agencyId, unitIds: [found.unitId] };
  workItemPolicy.permit(actor, "settle", subject);
  const why = workItemPolicy.hindrance(actor, "settle", { ...subject, proved: found.proved });
  if (why !== null) throw new Conflict(why);
  await tx
    .update(workItem)
    .set({
      state: "not-done",
      settledBy: personId,
      settledAt: at,
      doneOn: null,
      evidenceId: null,
      reason,
    })
    .where(eq(workItem.id, id));
  await work.record({
    act: "give-up-work-item",
    objectKind: "work-item",
    objectId: id,
    before: { state: found.state },
    after: { state: "not-done" },
    reason,
  });
  return { id };
}
