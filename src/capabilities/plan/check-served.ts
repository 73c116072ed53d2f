import { NotFound } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { linksOf, obligationOf, type Task, taskOf } from "./plan-queries.ts";
import { planPolicy } from "./policy.ts";
import { taskSubject } from "./save-task.ts";

/**
 * What a proof of the caller's unit may serve: the unit must answer for every task; an obligation is its own, or one
 * that such a task discharges; a clause as a whole is anybody's of the agency.
 */
export async function checkServed(
  { tx, actor }: Work,
  {
    taskIds,
    obligationIds,
    clauseIds = [],
  }: { taskIds: string[]; obligationIds: string[]; clauseIds?: string[] },
): Promise<void> {
  const tasks: Task[] = [];
  for (const id of taskIds) {
    const task = await taskOf(tx, actor.agencyId, id);
    planPolicy.permit(actor, "recordEvidence", taskSubject(task));
    tasks.push(task);
  }
  for (const id of obligationIds) {
    const { agencyId, allUnits, unitIds } = await obligationOf(tx, actor.agencyId, id);
    if (tasks.some((task) => task.obligationIds.includes(id))) continue;
    planPolicy.permit(actor, "recordEvidence", { agencyId, unitIds: allUnits ? null : unitIds });
  }
  const known = await linksOf(tx, actor.agencyId, { taskIds: [], obligationIds: [], clauseIds });
  if (known.clauseIds.length !== new Set(clauseIds).size)
    throw new NotFound("Không có mục này trong cơ quan.");
}
