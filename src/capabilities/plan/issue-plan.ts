import { eq } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { planChanged } from "./plan-changed.ts";
import { type Plan, planForUpdate } from "./plan-queries.ts";
import { planPolicy } from "./policy.ts";
import { plan } from "./tables.ts";

/** Writes down the number and date that the registry has given; a plan is issued once. */
export async function issuePlan(
  work: Work,
  { id, number, issuedOn }: { id: string; number: string; issuedOn: string },
): Promise<Plan> {
  const { tx, actor } = work;
  const before = planPolicy.permit(actor, "issue", await planForUpdate(tx, actor.agencyId, id));
  if (before.state === "issued") {
    throw new Conflict(
      `Kế hoạch đã có số ${before.number} ngày ${before.issuedOn}; số đã cấp không thay được.`,
    );
  }
  const [after] = await tx
    .update(plan)
    .set({ number: number.padStart(2, "0"), issuedOn, state: "issued" })
    .where(eq(plan.id, id))
    .returning();
  await work.record({ act: "issue-plan", objectKind: "plan", objectId: id, after: { number, issuedOn } });
  await planChanged(work);
  return after!;
}
