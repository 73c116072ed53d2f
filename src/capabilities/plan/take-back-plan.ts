import { eq } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { planChanged } from "./plan-changed.ts";
import { type Plan, planForUpdate } from "./plan-queries.ts";
import { planPolicy } from "./policy.ts";
import { plan } from "./tables.ts";

/** Takes a plan off the portal; its address says so with the day and the reason. In the workspace nothing changes. */
export async function takeBackPlan(
  work: Work,
  { id, reason }: { id: string; reason: string },
): Promise<Plan> {
  const { tx, actor, at } = work;
  const before = planPolicy.permit(actor, "publish", await planForUpdate(tx, actor.agencyId, id));
  if (!before.publishedAt) throw new Conflict("Kế hoạch này không ở trên cổng nên không có gì để rút.");
  const [after] = await tx
    .update(plan)
    .set({ publishedAt: null, publishedBy: null, takenBackAt: at, takenBackReason: reason })
    .where(eq(plan.id, id))
    .returning();
  await work.record({
    act: "take-back-plan",
    objectKind: "plan",
    objectId: id,
    before: { publishedAt: before.publishedAt, publishedBy: before.publishedBy },
    reason,
  });
  await planChanged(work);
  return after!;
}
