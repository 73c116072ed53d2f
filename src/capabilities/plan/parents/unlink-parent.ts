import { and, eq, inArray } from "drizzle-orm";
import { NotFound } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { type Plan, planForUpdate } from "../plan-queries.ts";
import { planPolicy } from "../policy.ts";
import { planClause, planClauseParent, planParent } from "../tables.ts";

/** Takes back that a plan follows one from above, with the links between their clauses. */
export async function unlinkParent(
  work: Work,
  { id, parentId }: { id: string; parentId: string },
): Promise<Plan> {
  const { tx, actor } = work;
  const plan = planPolicy.permit(actor, "manage", await planForUpdate(tx, actor.agencyId, id));
  const [gone] = await tx
    .delete(planParent)
    .where(and(eq(planParent.planId, id), eq(planParent.id, parentId)))
    .returning();
  if (!gone) throw new NotFound("Kế hoạch không còn ghi theo văn bản này.");
  const clausesOfPlan = (planId: string) =>
    tx.select({ id: planClause.id }).from(planClause).where(eq(planClause.planId, planId));
  if (gone.parentPlanId !== null)
    await tx
      .delete(planClauseParent)
      .where(
        and(
          inArray(planClauseParent.clauseId, clausesOfPlan(id)),
          inArray(planClauseParent.parentClauseId, clausesOfPlan(gone.parentPlanId)),
        ),
      );
  const { parentPlanId, documentId } = gone;
  await work.record({
    act: "unlink-parent-plan",
    objectKind: "plan",
    objectId: id,
    before: { parentPlanId, documentId },
  });
  return plan;
}
