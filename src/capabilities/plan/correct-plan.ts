import { eq } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { demandReason } from "./correctable.ts";
import { issuedNumber } from "./issued-facts.ts";
import { planChanged } from "./plan-changed.ts";
import { type Plan, planForUpdate } from "./plan-queries.ts";
import { planPolicy } from "./policy.ts";
import { planWithTitle } from "./same-plan.ts";
import { plan } from "./tables.ts";

/** Changes the title and the year of a confirmed plan; its address stays. An issued one asks for a reason. */
export async function correctPlan(
  work: Work,
  { id, title, year, reason }: { id: string; title: string; year: number; reason: string | null },
): Promise<Plan> {
  const { tx, actor, at } = work;
  const before = planPolicy.permit(actor, "manage", await planForUpdate(tx, actor.agencyId, id));
  demandReason(before, reason);
  if (year !== before.year && before.number && before.issuedOn)
    issuedNumber({ number: before.number, issuedOn: before.issuedOn, year }, at);
  const same = await planWithTitle(tx, actor.agencyId, { title, year });
  if (same && same.id !== id)
    throw new Conflict(
      `Năm ${year} đã có kế hoạch mang tên “${title}”; hãy đặt tên khác hoặc chọn năm khác.`,
      { planId: same.id },
    );
  const [after] = await tx.update(plan).set({ title, year }).where(eq(plan.id, id)).returning();
  await work.record({
    act: "correct-plan",
    objectKind: "plan",
    objectId: id,
    before: { title: before.title, year: before.year },
    after: { title, year },
    reason,
  });
  await planChanged(work);
  return after!;
}
