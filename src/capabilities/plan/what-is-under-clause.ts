import { and, eq, inArray, sql } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { obligation, planClause, task } from "./tables.ts";

/** The clause with those under it, and the obligations and tasks that stand in them; nothing of another agency. */
export async function whatIsUnderClause(
  q: Queryable,
  agencyId: string,
  clauseId: string,
): Promise<{ clauseIds: string[]; obligationIds: string[]; taskIds: string[] }> {
  const { rows } = await q.execute<{ id: string }>(sql`
    with recursive under as (
      select c.id from ${planClause} c where c.agency_id = ${agencyId} and c.id = ${clauseId}
      union all select c.id from ${planClause} c join under u on c.parent_id = u.id
    ) select id from under`);
  const clauseIds = rows.map(({ id }) => id);
  const obligations = await q
    .select({ id: obligation.id })
    .from(obligation)
    .where(and(eq(obligation.agencyId, agencyId), inArray(obligation.clauseId, clauseIds)));
  const tasks = await q
    .select({ id: task.id })
    .from(task)
    .where(and(eq(task.agencyId, agencyId), inArray(task.clauseId, clauseIds)));
  return {
    clauseIds,
    obligationIds: obligations.map(({ id }) => id),
    taskIds: tasks.map(({ id }) => id),
  };
}
