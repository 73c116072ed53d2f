import { eq } from "drizzle-orm";
import { NotFound } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { demandStanding } from "./correctable.ts";
import { clausesOf, type Plan, type PlanClause, planForUpdate } from "./plan-queries.ts";
import { planPolicy } from "./policy.ts";
import { planClause } from "./tables.ts";

/** A clause of the agency with its plan, which is locked until the act is over. @throws NotFound, Forbidden */
export async function clauseForUpdate(
  { tx, actor }: Work,
  id: string,
): Promise<{ plan: Plan; clause: PlanClause; clauses: PlanClause[] }> {
  planPolicy.permit(actor, "manage", { agencyId: actor.agencyId });
  const [found] = await tx
    .select({ planId: planClause.planId, leftIn: planClause.leftIn })
    .from(planClause)
    .where(eq(planClause.id, id));
  if (!found) throw new NotFound("Không có mục này trong cơ quan.");
  const plan = await planForUpdate(tx, actor.agencyId, found.planId);
  demandStanding(found, "Mục");
  const clauses = await clausesOf(tx, plan.id);
  return { plan, clause: clauses.find((row) => row.id === id)!, clauses };
}

/** Clauses that stand in the same clause, in their order. */
export const siblingsOf = (clauses: PlanClause[], parentId: string | null): PlanClause[] =>
  clauses.filter((row) => row.parentId === parentId);

/** Writes the order of a plan's clauses down again, `siblings` being that of those in `parentId`. */
export async function writeOrder(
  { tx }: Work,
  clauses: PlanClause[],
  parentId: string | null,
  siblings: PlanClause[],
): Promise<void> {
  const inOrder = (upper: string | null): PlanClause[] =>
    (upper === parentId ? siblings : siblingsOf(clauses, upper)).flatMap((row) => [row, ...inOrder(row.id)]);
  for (const [position, { id, position: was }] of inOrder(null).entries()) {
    if (position !== was) await tx.update(planClause).set({ position }).where(eq(planClause.id, id));
  }
}
