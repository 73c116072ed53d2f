import { and, asc, desc, eq, gte, isNull, lte, ne, or, sql } from "drizzle-orm";
import { personNames, unitsOfAgency } from "#organization";
import { type Actor, unitsOf } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { beginning } from "#platform/text/beginning.ts";
import { clauseMark } from "../clause-mark.ts";
import { difficulty, plan, planClause, task } from "../tables.ts";
import { difficultyPolicy } from "./policy.ts";

export type Difficulty = typeof difficulty.$inferSelect;

const LONGEST_NAME = 140;

const withAbout = (q: Queryable) =>
  q
    .select({
      row: difficulty,
      taskTitle: task.title,
      path: planClause.path,
      clauseTitle: planClause.title,
      clauseText: planClause.text,
      planTitle: plan.title,
    })
    .from(difficulty)
    .innerJoin(plan, eq(plan.id, difficulty.planId))
    .leftJoin(task, eq(task.id, difficulty.taskId))
    .leftJoin(planClause, eq(planClause.id, difficulty.clauseId));

/** What a difficulty is about: a task's title, or a clause with its mark. */
const aboutOf = ({
  taskTitle,
  path,
  clauseTitle,
  clauseText,
}: Awaited<ReturnType<typeof withAbout>>[number]): string =>
  taskTitle ?? `Mục ${clauseMark(path ?? "")}: ${clauseTitle ?? beginning(clauseText ?? "", LONGEST_NAME)}`;

/** Difficulties of the agency, newest first, with names and what the caller may do. */
export async function difficultiesOf(q: Queryable, actor: Actor) {
  const rows = await withAbout(q)
    .where(eq(difficulty.agencyId, actor.agencyId))
    .orderBy(desc(difficulty.raisedAt), desc(difficulty.id));
  const units = await unitsOfAgency(q, actor.agencyId, { closed: true });
  const names = await personNames(
    q,
    rows.flatMap(({ row }) => [row.raisedBy, row.gatheredBy ?? [], row.decidedBy ?? []].flat()),
  );
  const nameOf = (id: string | null) => id && (names.get(id) ?? null);
  return rows.map((found) => ({
    ...found.row,
    about: aboutOf(found),
    planTitle: found.planTitle,
    unitName: units.find(({ id }) => id === found.row.unitId)?.name ?? "",
    raisedByName: nameOf(found.row.raisedBy) ?? "",
    gatheredByName: nameOf(found.row.gatheredBy),
    decidedByName: nameOf(found.row.decidedBy),
    may: difficultyPolicy.may(actor, { ...found.row, unitIds: [found.row.unitId] }),
  }));
}

/** Units for which the caller may raise one. */
export async function unitsToRaiseFor(q: Queryable, actor: Actor) {
  const own = unitsOf(actor, "contributor", "head", "editor", "office", "finance");
  return (await unitsOfAgency(q, actor.agencyId)).flatMap(({ id, name }) =>
    own.includes(id) ? [{ id, name }] : [],
  );
}

/** One difficulty of the agency, locked until the act is over. @throws NotFound */
export async function difficultyForUpdate(q: Queryable, agencyId: string, id: string): Promise<Difficulty> {
  const [found] = await q
    .select()
    .from(difficulty)
    .where(and(eq(difficulty.agencyId, agencyId), eq(difficulty.id, id)))
    .for("update");
  if (!found) throw new NotFound("Không có khó khăn, vướng mắc này trong cơ quan.");
  return found;
}

const dayOf = (moment: Date) => sql`(${moment} at time zone 'Asia/Ho_Chi_Minh')::date`;

/**
 * Difficulties of a plan that a report of a period tells of: raised in it, or raised before it and not decided before
 * it began; not those taken back. In the order in which they were raised.
 */
export async function difficultiesBetween(
  q: Queryable,
  agencyId: string,
  planId: string,
  { from, to }: { from: string; to: string },
) {
  const raised = dayOf(difficulty.raisedAt as never);
  const decided = dayOf(difficulty.decidedAt as never);
  const rows = await withAbout(q)
    .where(
      and(
        eq(difficulty.agencyId, agencyId),
        eq(difficulty.planId, planId),
        ne(difficulty.state, "withdrawn"),
        lte(raised, to),
        or(gte(raised, from), isNull(difficulty.decidedAt), gte(decided, from)),
      ),
    )
    .orderBy(asc(difficulty.raisedAt), asc(difficulty.id));
  const units = await unitsOfAgency(q, agencyId, { closed: true });
  return rows.map((found) => ({
    id: found.row.id,
    about: aboutOf(found),
    unitId: found.row.unitId,
    unitName: units.find(({ id }) => id === found.row.unitId)?.name ?? "",
    what: found.row.what,
    proposal: found.row.proposal,
    raisedAt: found.row.raisedAt,
    gatheredAt: found.row.gatheredAt,
    decidedAt: found.row.decidedAt,
    decision: found.row.decision,
  }));
}
