import { eq } from "drizzle-orm";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { planChanged } from "./plan-changed.ts";
import { type Plan, planForUpdate, planOf } from "./plan-queries.ts";
import { planPolicy } from "./policy.ts";
import { plan } from "./tables.ts";

/** A plan in force is over because another one, in force already, stands in its place. */
export async function replacePlan(
  work: Work,
  { id, by, reason }: { id: string; by: string; reason: string },
): Promise<Plan> {
  const { tx, actor, at } = work;
  const before = planPolicy.permit(actor, "putInForce", await planForUpdate(tx, actor.agencyId, id));
  const heir = await planOf(tx, actor.agencyId, by);
  if (heir.id === id || heir.standing !== "in-force") {
    const message = "Kế hoạch thay thế phải là một kế hoạch khác đang được thực hiện.";
    throw new Unacceptable(message, [{ field: "by", message }]);
  }
  if (before.standing !== "in-force")
    throw new Conflict(`Kế hoạch “${before.title}” không đang được thực hiện nên không có gì để thay.`);
  const standing = { standing: "replaced" as const, endedAt: at, endedReason: reason, replacedBy: by };
  const [after] = await tx.update(plan).set(standing).where(eq(plan.id, id)).returning();
  await work.record({
    act: "replace-plan",
    objectKind: "plan",
    objectId: id,
    before: { standing: before.standing },
    after: standing,
    reason,
  });
  await planChanged(work);
  return after!;
}
