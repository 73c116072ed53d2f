import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { beginning } from "#platform/text/beginning.ts";
import { clauseMark } from "./clause-mark.ts";
import { clausesOf, obligationsOf, planOf, plansInForce, tasksOf } from "./plan-queries.ts";
import { planPolicy } from "./policy.ts";
import { taskSubject } from "./save-task.ts";
import { obligation, plan, planClause, task } from "./tables.ts";

const LONGEST_NAME = 140;

/** What can be linked to: tasks, obligations and clauses of the plans in force, and of one more that is asked for. */
export async function planLinks(q: Queryable, actor: Actor, planId: string | null) {
  const plans = await plansInForce(q, actor.agencyId);
  if (planId !== null && !plans.some(({ id }) => id === planId))
    plans.push(await planOf(q, actor.agencyId, planId));
  const found = { tasks: [], obligations: [], clauses: [] } as {
    tasks: TaskLink[];
    obligations: ObligationLink[];
    clauses: ClauseLink[];
  };
  const mayProve = (subject: Parameters<typeof planPolicy.hindrance>[2]) =>
    planPolicy.hindrance(actor, "recordEvidence", subject) === null;
  for (const { id, agencyId } of plans) {
    const clauses = await clausesOf(q, id);
    const markOf = new Map(clauses.map((row) => [row.id, clauseMark(row.path)]));
    found.clauses.push(
      ...clauses.map(({ title, text, path, ...row }) => ({
        ...row,
        path: clauseMark(path),
        name: title ?? beginning(text, LONGEST_NAME),
      })),
    );
    found.obligations.push(
      ...(await obligationsOf(q, id)).map((row) => ({
        ...row,
        mayProve: mayProve({ agencyId, unitIds: row.allUnits ? null : row.unitIds }),
      })),
    );
    found.tasks.push(
      ...(await tasksOf(q, id)).map((row) => ({
        ...row,
        clausePath: markOf.get(row.clauseId ?? "") ?? null,
        mayProve: mayProve(taskSubject(row)),
      })),
    );
  }
  return { plans: plans.map(({ id, title, year }) => ({ id, title, year })), ...found };
}

/** Obligations of the plans in force that ask for texts on one of these themes alone: what such a text proves. */
export async function obligationsOnThemes(
  q: Queryable,
  agencyId: string,
  themes: readonly string[],
): Promise<string[]> {
  const plans = await plansInForce(q, agencyId);
  if (plans.length === 0) return [];
  const rows = await q
    .select({ id: obligation.id, themes: obligation.themes })
    .from(obligation)
    .where(
      and(
        inArray(
          obligation.planId,
          plans.map(({ id }) => id),
        ),
        isNull(obligation.leftIn),
        isNull(obligation.noneReason),
      ),
    )
    .orderBy(obligation.position);
  // One that names further themes asks for texts on a focus of its own.
  return rows.flatMap((row) => (row.themes.length === 1 && themes.includes(row.themes[0]!) ? [row.id] : []));
}

/**
 * Obligations of the plans in force that a unit answers for, whose words hold one of these and that ask for no text on a
 * theme: a person decides whether something proves them.
 */
export async function obligationsAsking(
  q: Queryable,
  agencyId: string,
  unitId: string,
  words: readonly string[],
): Promise<string[]> {
  const found: string[] = [];
  for (const { id } of await plansInForce(q, agencyId))
    for (const { id: one, what, themes, noneReason, allUnits, unitIds } of await obligationsOf(q, id))
      if (
        themes.length === 0 &&
        noneReason === null &&
        (allUnits || unitIds.includes(unitId)) &&
        words.some((word) => what.toLocaleLowerCase("vi").includes(word))
      )
        found.push(one);
  return found;
}

interface Linked {
  id: string;
  planId: string;
}
type Shown = { planTitle: string; planYear: number; standing: string };
type TaskLink = Linked & {
  title: string;
  clausePath: string | null;
  obligationIds: string[];
  mayProve: boolean;
};
type ObligationLink = Linked & { code: string; what: string; mayProve: boolean };
type ClauseLink = Linked & {
  parentId: string | null;
  path: string;
  label: string;
  level: number;
  name: string;
};

/** A link as it is shown: in words, with the plan that it belongs to and whether that plan is still in force. */
export interface NamedLink {
  id: string;
  name: string;
  planId: string;
  planTitle: string;
  planYear: number;
  inForce: boolean;
}

/** Names of tasks, obligations and clauses of the agency, whatever plan they belong to, also one that is over. */
export async function namedLinks(
  q: Queryable,
  agencyId: string,
  ids: { taskIds: string[]; obligationIds: string[]; clauseIds: string[] },
): Promise<{ tasks: NamedLink[]; obligations: NamedLink[]; clauses: NamedLink[] }> {
  const ofPlan = { planId: plan.id, planTitle: plan.title, planYear: plan.year, standing: plan.standing };
  const tasks = await q
    .select({ id: task.id, title: task.title, path: planClause.path, ...ofPlan })
    .from(task)
    .innerJoin(plan, eq(plan.id, task.planId))
    .leftJoin(planClause, eq(planClause.id, task.clauseId))
    .where(and(eq(task.agencyId, agencyId), inArray(task.id, ids.taskIds)))
    .orderBy(plan.createdAt, task.position);
  const obligations = await q
    .select({ id: obligation.id, code: obligation.code, what: obligation.what, ...ofPlan })
    .from(obligation)
    .innerJoin(plan, eq(plan.id, obligation.planId))
    .where(and(eq(obligation.agencyId, agencyId), inArray(obligation.id, ids.obligationIds)))
    .orderBy(plan.createdAt, obligation.position);
  const clauses = await q
    .select({
      id: planClause.id,
      path: planClause.path,
      title: planClause.title,
      text: planClause.text,
      ...ofPlan,
    })
    .from(planClause)
    .innerJoin(plan, eq(plan.id, planClause.planId))
    .where(and(eq(planClause.agencyId, agencyId), inArray(planClause.id, ids.clauseIds)))
    .orderBy(plan.createdAt, planClause.position);
  const link = ({ id, planId, planTitle, planYear, standing }: Linked & Shown, name: string): NamedLink => ({
    id,
    name,
    planId,
    planTitle,
    planYear,
    inForce: standing === "in-force",
  });
  return {
    tasks: tasks.map((row) => link(row, row.path ? `${clauseMark(row.path)}: ${row.title}` : row.title)),
    obligations: obligations.map((row) => link(row, `${row.code}: ${row.what}`)),
    clauses: clauses.map((row) =>
      link(row, `${clauseMark(row.path)}: ${row.title ?? beginning(row.text, LONGEST_NAME)}`),
    ),
  };
}
