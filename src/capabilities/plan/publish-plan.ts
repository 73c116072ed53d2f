import { eq } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { planChanged } from "./plan-changed.ts";
import { type Plan, planForUpdate } from "./plan-queries.ts";
import { planPolicy } from "./policy.ts";
import { plan } from "./tables.ts";

/** Puts a plan on the portal, also before it has a number; nothing else puts it there. */
export async function publishPlan(work: Work, { id }: { id: string }): Promise<Plan> {
  const { tx, actor, at } = work;
  const before = planPolicy.permit(actor, "publish", await planForUpdate(tx, actor.agencyId, id));
  if (before.publishedAt) throw new Conflict("Kế hoạch này đang được công khai trên cổng.");
  const [after] = await tx
    .update(plan)
    .set({ publishedAt: at, publishedBy: actor.personId, takenBackAt: null, takenBackReason: null })
    .where(eq(plan.id, id))
    .returning();
  await work.record({
    act: "publish-plan",
    objectKind: "plan",
    objectId: id,
    before: { takenBackAt: before.takenBackAt, takenBackReason: before.takenBackReason },
    after: { publishedAt: at, number: before.number },
  });
  await planChanged(work);
  return after!;
}
