import { eq } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { issuedNumber } from "./issued-facts.ts";
import { planChanged } from "./plan-changed.ts";
import { type Plan, planForUpdate } from "./plan-queries.ts";
import { planPolicy } from "./policy.ts";
import { registerPlan } from "./register-plan.ts";
import { plan } from "./tables.ts";

/** Sets the number and the day right that were written down wrongly, in the register too; both stay in the audit, with the reason. */
export async function correctPlanIssue(
  work: Work,
  { id, number: typed, issuedOn, reason }: { id: string; number: string; issuedOn: string; reason: string },
): Promise<Plan> {
  const { tx, actor, at } = work;
  const before = planPolicy.permit(actor, "issue", await planForUpdate(tx, actor.agencyId, id));
  if (before.state !== "issued")
    throw new Conflict("Kế hoạch chưa có số nên không có gì để sửa; hãy bấm “Ghi số, ngày”.");
  const number = issuedNumber({ number: typed, issuedOn, year: before.year }, at);
  const documentId = await registerPlan(work, before, { number, issuedOn, reason });
  const [after] = await tx
    .update(plan)
    .set({ number, issuedOn, documentId })
    .where(eq(plan.id, id))
    .returning();
  await work.record({
    act: "correct-plan-issue",
    objectKind: "plan",
    objectId: id,
    before: { number: before.number, issuedOn: before.issuedOn },
    after: { number, issuedOn },
    reason,
  });
  await planChanged(work);
  return after!;
}
