import { eq } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { beginning } from "#platform/text/beginning.ts";
import { clauseMark } from "./clause-mark.ts";
import { obligation, plan, planClause, task } from "./tables.ts";

const LONGEST_NAME = 120;

interface NamedClause {
  id: string;
  planId: string;
  /** "II.1 Tên mục (Kế hoạch năm 2026)". */
  name: string;
}

/** The clause behind whatever texts of the agency are linked to: a clause itself, an obligation or a task of one. */
export async function clausesBehind(q: Queryable, agencyId: string): Promise<Map<string, NamedClause>> {
  const rows = await q
    .select({ clause: planClause, year: plan.year })
    .from(planClause)
    .innerJoin(plan, eq(plan.id, planClause.planId))
    .where(eq(planClause.agencyId, agencyId));
  const clauses = new Map(
    rows.map(({ clause: { id, planId, path, title, text }, year }) => [
      id,
      { id, planId, name: `${clauseMark(path)} ${beginning(title ?? text, LONGEST_NAME)} (năm ${year})` },
    ]),
  );
  const within = [
    ...(await q
      .select({ id: obligation.id, clauseId: obligation.clauseId })
      .from(obligation)
      .where(eq(obligation.agencyId, agencyId))),
    ...(await q
      .select({ id: task.id, clauseId: task.clauseId })
      .from(task)
      .where(eq(task.agencyId, agencyId))),
  ];
  const behind = new Map(clauses);
  for (const { id, clauseId } of within) {
    const clause = clauseId === null ? undefined : clauses.get(clauseId);
    if (clause) behind.set(id, clause);
  }
  return behind;
}
