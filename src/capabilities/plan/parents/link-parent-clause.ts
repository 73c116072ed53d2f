import { and, eq, inArray } from "drizzle-orm";
import { NotFound, Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { clauseMark } from "../clause-mark.ts";
import { clausesOf, type Plan, planForUpdate } from "../plan-queries.ts";
import { planPolicy } from "../policy.ts";
import { planClause, planClauseParent, planParent } from "../tables.ts";

/** Says which clauses of a plan carry out a clause of one that it follows; these and no others. */
export async function linkParentClause(
  work: Work,
  { id, parentClauseId, clauseIds }: { id: string; parentClauseId: string; clauseIds: string[] },
): Promise<Plan> {
  const { tx, actor } = work;
  const plan = planPolicy.permit(actor, "manage", await planForUpdate(tx, actor.agencyId, id));
  const [above] = await tx
    .select({ path: planClause.path })
    .from(planClause)
    .innerJoin(planParent, eq(planParent.parentPlanId, planClause.planId))
    .where(and(eq(planParent.planId, id), eq(planClause.id, parentClauseId)));
  if (!above) throw new NotFound("Kế hoạch của cấp trên không còn mục này; hãy tải lại trang.");
  const clauses = await clausesOf(tx, id);
  const wanted = [...new Set(clauseIds)];
  if (!wanted.every((clauseId) => clauses.some((clause) => clause.id === clauseId))) {
    const message = "Có mục không còn trong kế hoạch; hãy tải lại trang rồi chọn lại.";
    throw new Unacceptable(message, [{ field: "clauseIds", message }]);
  }
  const ofPlan = and(
    eq(planClauseParent.parentClauseId, parentClauseId),
    inArray(
      planClauseParent.clauseId,
      clauses.map((clause) => clause.id),
    ),
  );
  const before = await tx.delete(planClauseParent).where(ofPlan).returning();
  if (wanted.length > 0)
    await tx
      .insert(planClauseParent)
      .values(wanted.map((clauseId) => ({ agencyId: actor.agencyId, clauseId, parentClauseId })));
  const marks = (ids: string[]) =>
    clauses.filter((clause) => ids.includes(clause.id)).map(({ path }) => clauseMark(path));
  await work.record({
    act: "link-parent-clause",
    objectKind: "plan",
    objectId: id,
    before: { carriedOutBy: marks(before.map(({ clauseId }) => clauseId)) },
    after: { parentClause: clauseMark(above.path), carriedOutBy: marks(wanted) },
  });
  return plan;
}
