import { eq } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { planChanged } from "./plan-changed.ts";
import { type Plan, planForUpdate } from "./plan-queries.ts";
import { planPolicy } from "./policy.ts";
import { plan } from "./tables.ts";

/** Ends the carrying out of a plan; its clauses, tasks, proofs and reports stay as they are. */
export async function endPlan(work: Work, { id, reason }: { id: string; reason: string }): Promise<Plan> {
  const { tx, actor, at } = work;
  const before = planPolicy.permit(actor, "putInForce", await planForUpdate(tx, actor.agencyId, id));
  if (before.standing !== "in-force")
    throw new Conflict("Kế hoạch này không đang được thực hiện nên không có gì để kết thúc.");
  const standing = { standing: "ended" as const, endedAt: at, endedReason: reason };
  const [after] = await tx.update(plan).set(standing).where(eq(plan.id, id)).returning();
  await work.record({
    act: "end-plan",
    objectKind: "plan",
    objectId: id,
    before: { standing: before.standing },
    after: standing,
    reason,
  });
  await planChanged(work);
  return after!;
}
