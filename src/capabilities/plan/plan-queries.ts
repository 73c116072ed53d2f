import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { NotFound } from "#platform/auth/policy.ts";
import { today } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import {
  obligation,
  obligationUnit,
  plan,
  planCitation,
  planClause,
  task,
  taskCoordinatingUnit,
  taskObligation,
} from "./tables.ts";

export type Plan = typeof plan.$inferSelect;
export type PlanClause = typeof planClause.$inferSelect;
export type Obligation = typeof obligation.$inferSelect & { unitIds: string[] };
export type Task = typeof task.$inferSelect & { obligationIds: string[]; coordinatingUnitIds: string[] };

/**
 * The agency's plans: those in force first, in the order in which they came into force, then those that wait, then
 * those that are over, and last those of other agencies. Within each, this year's before others', and plans of years to come last.
 */
export async function plansOfAgency(
  q: Queryable,
  agencyId: string,
  thisYear = today().year,
): Promise<Plan[]> {
  return q
    .select()
    .from(plan)
    .where(eq(plan.agencyId, agencyId))
    .orderBy(
      sql`${plan.issuer} is not null`,
      sql`${plan.standing} <> 'in-force'`,
      sql`${plan.standing} in ('replaced', 'ended')`,
      sql`${plan.year} > ${thisYear}`,
      sql`abs(${plan.year} - ${thisYear})`,
      sql`case when ${plan.standing} = 'in-force' then ${plan.inForceSince} end`,
      sql`${plan.state} = 'draft'`,
      desc(plan.createdAt),
    );
}

/** The plans that the agency carries out now, this year's first. */
export const plansInForce = async (q: Queryable, agencyId: string): Promise<Plan[]> =>
  (await plansOfAgency(q, agencyId)).filter(({ standing }) => standing === "in-force");

/**
 * The plan that a report of a year is about when nobody names one: the year's plan that came into force first, else
 * the year's newest, else the first of all. Null: the agency has none.
 */
export async function planOfYear(q: Queryable, agencyId: string, year: number): Promise<Plan | null> {
  const plans = (await plansOfAgency(q, agencyId, year)).filter(({ issuer }) => issuer === null);
  return plans.find((candidate) => candidate.year === year) ?? plans[0] ?? null;
}

/** One plan of the agency. @throws NotFound */
export async function planOf(q: Queryable, agencyId: string, id: string): Promise<Plan> {
  const [found] = await q
    .select()
    .from(plan)
    .where(and(eq(plan.agencyId, agencyId), eq(plan.id, id)));
  if (!found) throw new NotFound("Không có kế hoạch này trong cơ quan.");
  return found;
}

/** One plan of the agency, locked until the act is over. @throws NotFound */
export async function planForUpdate(q: Queryable, agencyId: string, id: string): Promise<Plan> {
  const [found] = await q
    .select()
    .from(plan)
    .where(and(eq(plan.agencyId, agencyId), eq(plan.id, id)))
    .for("update");
  if (!found) throw new NotFound("Không có kế hoạch này trong cơ quan.");
  return found;
}

/** Rows of the version that holds ("standing"), or also those that an amendment left out. */
export type Which = "standing" | "all";

export async function clausesOf(
  q: Queryable,
  planId: string,
  which: Which = "standing",
): Promise<PlanClause[]> {
  return q
    .select()
    .from(planClause)
    .where(and(eq(planClause.planId, planId), which === "all" ? undefined : isNull(planClause.leftIn)))
    .orderBy(sql`${planClause.leftIn} is not null`, asc(planClause.position));
}

export async function obligationsOf(
  q: Queryable,
  planId: string,
  which: Which = "standing",
): Promise<Obligation[]> {
  const rows = await q
    .select()
    .from(obligation)
    .where(and(eq(obligation.planId, planId), which === "all" ? undefined : isNull(obligation.leftIn)))
    .orderBy(asc(obligation.position));
  if (rows.length === 0) return [];
  const units = await q
    .select()
    .from(obligationUnit)
    .where(
      inArray(
        obligationUnit.obligationId,
        rows.map(({ id }) => id),
      ),
    )
    .orderBy(asc(obligationUnit.position));
  const unitsOf = Map.groupBy(units, ({ obligationId }) => obligationId);
  return rows.map((row) => ({
    ...row,
    unitIds: (unitsOf.get(row.id) ?? []).map(({ unitId }) => unitId),
  }));
}

export async function tasksOf(q: Queryable, planId: string, which: Which = "standing"): Promise<Task[]> {
  const rows = await q
    .select()
    .from(task)
    .where(and(eq(task.planId, planId), which === "all" ? undefined : isNull(task.leftIn)))
    .orderBy(asc(task.position));
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const obligations = await q.select().from(taskObligation).where(inArray(taskObligation.taskId, ids));
  const units = await q.select().from(taskCoordinatingUnit).where(inArray(taskCoordinatingUnit.taskId, ids));
  const obligationsOfTask = Map.groupBy(obligations, ({ taskId }) => taskId);
  const unitsOfTask = Map.groupBy(units, ({ taskId }) => taskId);
  return rows.map((row) => ({
    ...row,
    obligationIds: (obligationsOfTask.get(row.id) ?? []).map(({ obligationId }) => obligationId),
    coordinatingUnitIds: (unitsOfTask.get(row.id) ?? []).map(({ unitId }) => unitId),
  }));
}

/** When a task is due, as the reading of a plan states it. */
export const dueOf = (
  row: Pick<Task, "dueKind" | "dueText" | "dueDate" | "dueFrom" | "dueTo" | "dueEvery">,
) => ({
  kind: row.dueKind,
  text: row.dueText,
  date: row.dueDate,
  from: row.dueFrom,
  to: row.dueTo,
  every: row.dueEvery,
});

/** The plan that a clause of the agency stands in. @throws NotFound */
export async function planOfClause(q: Queryable, agencyId: string, clauseId: string): Promise<string> {
  const [row] = await q
    .select({ planId: planClause.planId })
    .from(planClause)
    .where(and(eq(planClause.agencyId, agencyId), eq(planClause.id, clauseId)));
  if (!row) throw new NotFound("Không có mục này trong cơ quan.");
  return row.planId;
}

/** One task of the agency with its links. @throws NotFound */
export async function taskOf(q: Queryable, agencyId: string, taskId: string): Promise<Task> {
  const [row] = await q
    .select({ planId: task.planId })
    .from(task)
    .where(and(eq(task.agencyId, agencyId), eq(task.id, taskId)));
  const found = row && (await tasksOf(q, row.planId, "all")).find(({ id }) => id === taskId);
  if (!found) throw new NotFound("Không có nhiệm vụ này trong cơ quan.");
  return found;
}

/** One obligation of the agency with its units. @throws NotFound */
export async function obligationOf(q: Queryable, agencyId: string, id: string): Promise<Obligation> {
  const [row] = await q
    .select({ planId: obligation.planId })
    .from(obligation)
    .where(and(eq(obligation.agencyId, agencyId), eq(obligation.id, id)));
  const found = row && (await obligationsOf(q, row.planId, "all")).find((candidate) => candidate.id === id);
  if (!found) throw new NotFound("Không có nghĩa vụ này trong cơ quan.");
  return found;
}

/** Keeps only the links that belong to the agency. */
export async function linksOf(
  q: Queryable,
  agencyId: string,
  {
    taskIds,
    obligationIds,
    clauseIds = [],
  }: { taskIds: string[]; obligationIds: string[]; clauseIds?: string[] },
): Promise<{ taskIds: string[]; obligationIds: string[]; clauseIds: string[] }> {
  const tasks =
    taskIds.length === 0
      ? []
      : await q
          .select({ id: task.id })
          .from(task)
          .where(and(eq(task.agencyId, agencyId), inArray(task.id, taskIds)));
  const obligations =
    obligationIds.length === 0
      ? []
      : await q
          .select({ id: obligation.id })
          .from(obligation)
          .where(and(eq(obligation.agencyId, agencyId), inArray(obligation.id, obligationIds)));
  const clauses =
    clauseIds.length === 0
      ? []
      : await q
          .select({ id: planClause.id })
          .from(planClause)
          .where(and(eq(planClause.agencyId, agencyId), inArray(planClause.id, clauseIds)));
  return {
    taskIds: tasks.map(({ id }) => id),
    obligationIds: obligations.map(({ id }) => id),
    clauseIds: clauses.map(({ id }) => id),
  };
}

/** Documents that the plan cites, its bases first. */
export async function citationsOf(
  q: Queryable,
  planId: string,
): Promise<{ documentId: string; role: "basis" | "mention" }[]> {
  return q
    .select({ documentId: planCitation.documentId, role: planCitation.role })
    .from(planCitation)
    .where(eq(planCitation.planId, planId))
    .orderBy(asc(planCitation.role));
}
