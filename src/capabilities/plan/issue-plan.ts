import { eq } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import type { Work } from "#platform/work/work.ts";
import { issuedNumber } from "./issued-facts.ts";
import { planChanged } from "./plan-changed.ts";
import { type Plan, planForUpdate } from "./plan-queries.ts";
import { planPolicy } from "./policy.ts";
import { registerPlan } from "./register-plan.ts";
import { plan } from "./tables.ts";

/**
 * Writes down the number and date that the registry has given; a plan is issued once, is corrected afterwards, and becomes a document of the
 * register. Throws Conflict when the number belongs to another document of the year.
 */
export async function issuePlan(
  work: Work,
  { id, number: typed, issuedOn }: { id: string; number: string; issuedOn: string },
): Promise<Plan> {
  const { tx, actor, at } = work;
  const before = planPolicy.permit(actor, "issue", await planForUpdate(tx, actor.agencyId, id));
  if (before.state === "issued") {
    throw new Conflict(
      `Kế hoạch đã có số ${before.number} ngày ${formatDate(before.issuedOn!)}; ghi nhầm thì bấm “Sửa số, ngày”.`,
    );
  }
  const number = issuedNumber({ number: typed, issuedOn, year: before.year }, at);
  const documentId = await registerPlan(work, before, { number, issuedOn });
  const [after] = await tx
    .update(plan)
    .set({ number, issuedOn, state: "issued", documentId })
    .where(eq(plan.id, id))
    .returning();
  await work.record({ act: "issue-plan", objectKind: "plan", objectId: id, after: { number, issuedOn } });
  await planChanged(work);
  return after!;
}
