import { and, asc, eq, gte, inArray, isNull, lte, sql } from "drizzle-orm";
import { personNames, unitsOfAgency } from "#organization";
import { type Actor, unitsOf } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { namedLinks } from "../plan-links.ts";
import {
  evidence,
  evidenceClause,
  evidenceObligation,
  evidenceTask,
  obligation,
  planClause,
  task,
  workItem,
  workItemClause,
  workItemObligation,
  workItemTask,
} from "../tables.ts";
import { workItemPolicy } from "./policy.ts";
import { type WorkItemLinks, workItemKindWords } from "./work-item.ts";

export type WorkItem = typeof workItem.$inferSelect;

/** What of the plans each of these items carries along. */
async function linksByItem(q: Queryable, ids: string[]): Promise<(id: string) => WorkItemLinks> {
  const tasks = await q.select().from(workItemTask).where(inArray(workItemTask.workItemId, ids));
  const obligations = await q
    .select()
    .from(workItemObligation)
    .where(inArray(workItemObligation.workItemId, ids));
  const clauses = await q.select().from(workItemClause).where(inArray(workItemClause.workItemId, ids));
  const tasksOf = Map.groupBy(tasks, ({ workItemId }) => workItemId);
  const obligationsOf = Map.groupBy(obligations, ({ workItemId }) => workItemId);
  const clausesOf = Map.groupBy(clauses, ({ workItemId }) => workItemId);
  return (id) => ({
    taskIds: tasksOf.get(id)?.map(({ taskId }) => taskId) ?? [],
    obligationIds: obligationsOf.get(id)?.map(({ obligationId }) => obligationId) ?? [],
    clauseIds: clausesOf.get(id)?.map(({ clauseId }) => clauseId) ?? [],
  });
}

/** Items of all units of the agency that fall into a year, by day, with what they carry along and what the caller may do. */
export async function workItemsOf(q: Queryable, actor: Actor, year: number) {
  const { agencyId } = actor;
  const rows = await q
    .select({ row: workItem, proof: evidence })
    .from(workItem)
    .leftJoin(evidence, eq(evidence.id, workItem.evidenceId))
    .where(
      and(
        eq(workItem.agencyId, agencyId),
        lte(workItem.firstDay, `${year}-12-31`),
        gte(workItem.lastDay, `${year}-01-01`),
      ),
    )
    .orderBy(asc(workItem.firstDay), asc(workItem.id));
  const linked = await linksByItem(
    q,
    rows.map(({ row }) => row.id),
  );
  const all = rows.map(({ row }) => linked(row.id));
  const names = await namedLinks(q, agencyId, {
    taskIds: [...new Set(all.flatMap(({ taskIds }) => taskIds))],
    obligationIds: [...new Set(all.flatMap(({ obligationIds }) => obligationIds))],
    clauseIds: [...new Set(all.flatMap(({ clauseIds }) => clauseIds))],
  });
  const people = await personNames(
    q,
    rows.flatMap(({ row }) => [row.enteredBy, ...(row.settledBy ? [row.settledBy] : [])]),
  );
  const units = new Map(
    (await unitsOfAgency(q, agencyId, { closed: true })).map(({ id, name }) => [id, name]),
  );
  return rows.map(({ row, proof }) => {
    const { taskIds, obligationIds, clauseIds } = linked(row.id);
    const proved = proof !== null && proof.withdrawnAt === null;
    return {
      ...row,
      unitName: units.get(row.unitId) ?? "",
      enteredByName: people.get(row.enteredBy) ?? "",
      settledByName: row.settledBy && (people.get(row.settledBy) ?? null),
      proof: proof && { label: proof.label, url: proof.url, withdrawn: !proved },
      tasks: names.tasks.filter(({ id }) => taskIds.includes(id)),
      obligations: names.obligations.filter(({ id }) => obligationIds.includes(id)),
      clauses: names.clauses.filter(({ id }) => clauseIds.includes(id)),
      may: workItemPolicy.may(actor, { agencyId, unitIds: [row.unitId], state: row.state, proved }),
    };
  });
}

/** Units whose programme the caller keeps. */
export async function unitsToKeepProgrammeOf(q: Queryable, actor: Actor) {
  const own = unitsOf(actor, "contributor", "head", "editor", "office", "finance");
  return (await unitsOfAgency(q, actor.agencyId)).flatMap(({ id, name }) =>
    own.includes(id) ? [{ id, name }] : [],
  );
}

/** One item of the agency with its links, locked until the act is over; `proved`: its proof holds. @throws NotFound */
export async function workItemForUpdate(
  q: Queryable,
  agencyId: string,
  id: string,
): Promise<WorkItem & WorkItemLinks & { proved: boolean; proofId: string | null }> {
  const [found] = await q
    .select()
    .from(workItem)
    .where(and(eq(workItem.agencyId, agencyId), eq(workItem.id, id)))
    .for("update");
  if (!found) throw new NotFound("Không có hoạt động này trong chương trình công tác của cơ quan.");
  const [proof] =
    found.evidenceId === null ? [] : await q.select().from(evidence).where(eq(evidence.id, found.evidenceId));
  return {
    ...found,
    ...(await linksByItem(q, [id]))(id),
    proved: proof !== undefined && proof.withdrawnAt === null,
    proofId: proof?.sourceId ?? null,
  };
}

/**
 * Items that were held between two days, both inside, and whose living proof serves a plan: what reform was told along
 * with. By day.
 */
export async function embeddedBetween(
  q: Queryable,
  agencyId: string,
  planId: string,
  { from, to }: { from: string; to: string },
) {
  const proof = sql.raw('"evidence"."id"');
  const rows = await q
    .select({
      id: workItem.id,
      title: workItem.title,
      kind: workItem.kind,
      on: workItem.doneOn,
      unitId: workItem.unitId,
    })
    .from(workItem)
    .innerJoin(evidence, eq(evidence.id, workItem.evidenceId))
    .where(
      and(
        eq(workItem.agencyId, agencyId),
        isNull(evidence.withdrawnAt),
        gte(workItem.doneOn, from),
        lte(workItem.doneOn, to),
        sql`(exists (select from ${evidenceTask} l join ${task} t on t.id = l.task_id where l.evidence_id = ${proof} and t.plan_id = ${planId})
          or exists (select from ${evidenceObligation} l join ${obligation} o on o.id = l.obligation_id where l.evidence_id = ${proof} and o.plan_id = ${planId})
          or exists (select from ${evidenceClause} l join ${planClause} c on c.id = l.clause_id where l.evidence_id = ${proof} and c.plan_id = ${planId}))`,
      ),
    )
    .orderBy(asc(workItem.doneOn), asc(workItem.id));
  const units = await unitsOfAgency(q, agencyId, { closed: true });
  return rows.map(({ unitId, on, kind, ...row }) => ({
    ...row,
    on: on!,
    kindLabel: workItemKindWords[kind],
    unitName: units.find(({ id }) => id === unitId)?.name ?? "",
  }));
}
