import { eq } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { planChanged } from "./plan-changed.ts";
import { type Plan, planForUpdate } from "./plan-queries.ts";
import { planPolicy } from "./policy.ts";
import { replacePlan } from "./replace-plan.ts";
import { plan } from "./tables.ts";

/**
 * Puts a plan in force, also one that had ended; what is in force beside it stays so, but for the one that it
 * replaces.
 */
export async function putPlanInForce(
  work: Work,
  { id, replaces }: { id: string; replaces: string | null },
): Promise<Plan> {
  const { tx, actor, at } = work;
  const before = planPolicy.permit(actor, "putInForce", await planForUpdate(tx, actor.agencyId, id));
  if (before.standing === "in-force") throw new Conflict("Kế hoạch này đang được thực hiện.");
  const standing = {
    standing: "in-force" as const,
    inForceSince: at,
    endedAt: null,
    endedReason: null,
    replacedBy: null,
  };
  const [after] = await tx.update(plan).set(standing).where(eq(plan.id, id)).returning();
  const { standing: was, inForceSince, endedAt, endedReason, replacedBy } = before;
  await work.record({
    act: "put-plan-in-force",
    objectKind: "plan",
    objectId: id,
    before: { standing: was, inForceSince, endedAt, endedReason, replacedBy },
    after: standing,
  });
  if (replaces !== null)
    await replacePlan(work, { id: replaces, by: id, reason: `Thay bằng “${before.title}”` });
  await planChanged(work);
  return after!;
}
