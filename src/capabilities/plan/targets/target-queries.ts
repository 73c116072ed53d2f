import { asc, eq } from "drizzle-orm";
import type { ReportingPeriod } from "#platform/clock/reporting-period.ts";
import type { Queryable } from "#platform/database/database.ts";
import { evidenceBetween } from "../evidence-queries.ts";
import { obligationsOf, type Plan, planOf, tasksOf } from "../plan-queries.ts";
import { target } from "../tables.ts";
import { reportingYear } from "../task-progress.ts";
import { countTargets, periodsToReport, runningPeriod, type Target, type TargetProgress } from "./target.ts";

/** Targets of a plan in the periods that `periodsOf` names, of what stands in it, in the plan's order. */
async function counted(
  q: Queryable,
  plan: Plan,
  periodsOf: (target: Target) => ReportingPeriod[],
  until: string,
): Promise<(TargetProgress & { name: string })[]> {
  const rows = await q.select().from(target).where(eq(target.planId, plan.id)).orderBy(asc(target.id));
  if (rows.length === 0) return [];
  const tasks = await tasksOf(q, plan.id);
  const obligations = await obligationsOf(q, plan.id);
  const names = new Map([
    ...tasks.map(({ id, title }) => [id, title] as const),
    ...obligations.map(({ id, code, what }) => [id, `${code}: ${what}`] as const),
  ]);
  const place = [...names.keys()];
  const standing = rows
    .filter(({ taskId, obligationId }) => names.has(taskId ?? obligationId!))
    .sort((a, b) => place.indexOf(a.taskId ?? a.obligationId!) - place.indexOf(b.taskId ?? b.obligationId!));
  const { from, to } = reportingYear(plan.year);
  const evidence = await evidenceBetween(q, plan.agencyId, { from, to: until < to ? until : to });
  return countTargets(standing, { tasks, evidence }, periodsOf).map((row) => ({
    ...row,
    name: names.get(row.taskId ?? row.obligationId!)!,
  }));
}

/** Targets of a plan in the periods that run on a day (YYYY-MM-DD). */
export const targetsOf = (q: Queryable, plan: Plan, day: string) =>
  counted(q, plan, (row) => [runningPeriod(plan.year, row, day)], "9999-12-31");

/** Targets of a plan as a report of a period tells them, counted up to its last day. */
export async function targetsBetween(
  q: Queryable,
  agencyId: string,
  planId: string,
  days: { from: string; to: string },
) {
  const plan = await planOf(q, agencyId, planId);
  return counted(q, plan, (row) => periodsToReport(plan.year, row, days), days.to);
}
