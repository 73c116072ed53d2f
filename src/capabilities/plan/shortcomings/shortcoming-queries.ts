import { and, asc, desc, eq, gte, inArray, lte, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { personNames, unitsOfAgency } from "#organization";
import { type Actor, unitsOf } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { evidence, plan, shortcoming, task } from "../tables.ts";
import { shortcomingPolicy } from "./policy.ts";

export type Shortcoming = typeof shortcoming.$inferSelect;

const fix = alias(task, "fix");

const withNames = (q: Queryable) =>
  q
    .select({
      row: shortcoming,
      planTitle: plan.title,
      taskTitle: task.title,
      fixTaskTitle: fix.title,
      proofLabel: evidence.label,
      evidenceUrl: evidence.url,
      proofWithdrawnAt: evidence.withdrawnAt,
    })
    .from(shortcoming)
    .innerJoin(plan, eq(plan.id, shortcoming.planId))
    .leftJoin(task, eq(task.id, shortcoming.taskId))
    .leftJoin(fix, eq(fix.id, shortcoming.fixTaskId))
    .leftJoin(evidence, eq(evidence.id, shortcoming.proofEvidenceId));

/** What the policy looks at. */
export const subjectOf = (row: Shortcoming, proofWithdrawn = false) => ({
  agencyId: row.agencyId,
  unitIds: row.unitId ? [row.unitId] : [],
  state: row.state,
  proofWithdrawn,
});

/** Shortcomings of the agency, newest first, with names and what the caller may do. */
export async function shortcomingsOf(q: Queryable, actor: Actor) {
  const rows = await withNames(q)
    .where(eq(shortcoming.agencyId, actor.agencyId))
    .orderBy(desc(shortcoming.notedAt), desc(shortcoming.id));
  const units = await unitsOfAgency(q, actor.agencyId, { closed: true });
  const names = await personNames(
    q,
    rows.flatMap(({ row }) =>
      [row.notedBy, row.personId ?? [], row.fixBy ?? [], row.mendedBy ?? [], row.refusedBy ?? []].flat(),
    ),
  );
  const nameOf = (id: string | null) => id && (names.get(id) ?? null);
  const own = unitsOf(actor, "contributor", "head", "office", "finance");
  return rows.map(({ row, planTitle, taskTitle, fixTaskTitle, proofLabel, ...proof }) => {
    const proofWithdrawn = proof.proofWithdrawnAt !== null;
    const isOpen = row.state === "open" || row.state === "mending" || proofWithdrawn;
    return {
      ...row,
      planTitle,
      taskTitle,
      fixTaskTitle,
      proofLabel,
      proofUrl: row.proofUrl ?? proof.evidenceUrl,
      proofWithdrawn,
      unitName: units.find(({ id }) => id === row.unitId)?.name ?? null,
      personName: nameOf(row.personId),
      notedByName: nameOf(row.notedBy) ?? "",
      fixByName: nameOf(row.fixBy),
      mendedByName: nameOf(row.mendedBy),
      refusedByName: nameOf(row.refusedBy),
      mine: isOpen && (row.personId === actor.personId || (row.unitId !== null && own.includes(row.unitId))),
      may: shortcomingPolicy.may(actor, subjectOf(row, proofWithdrawn)),
    };
  });
}

/** Units whose shortcomings the caller may note. */
export const unitsToNoteOf = async (q: Queryable, actor: Actor) =>
  (await unitsOfAgency(q, actor.agencyId)).flatMap(({ id, name }) =>
    shortcomingPolicy.hindrance(actor, "note", { agencyId: actor.agencyId, unitIds: [id] }) === null
      ? [{ id, name }]
      : [],
  );

/** One shortcoming of the agency, locked until the act is over, and whether its proof was withdrawn. @throws NotFound */
export async function shortcomingForUpdate(
  q: Queryable,
  agencyId: string,
  id: string,
): Promise<{ found: Shortcoming; subject: ReturnType<typeof subjectOf> }> {
  const [found] = await q
    .select()
    .from(shortcoming)
    .where(and(eq(shortcoming.agencyId, agencyId), eq(shortcoming.id, id)))
    .for("update");
  if (!found) throw new NotFound("Không có tồn tại, hạn chế này trong cơ quan.");
  const [proof] = found.proofEvidenceId
    ? await q.select().from(evidence).where(eq(evidence.id, found.proofEvidenceId))
    : [];
  return { found, subject: subjectOf(found, proof !== undefined && proof.withdrawnAt !== null) };
}

/** What reports have found in tasks, by those tasks. */
export const notedFindings = async (q: Queryable, agencyId: string, taskIds: string[]) =>
  taskIds.length === 0
    ? []
    : q
        .select({
          id: shortcoming.id,
          taskId: shortcoming.taskId,
          kind: shortcoming.kind,
          cause: shortcoming.cause,
          state: shortcoming.state,
        })
        .from(shortcoming)
        .where(and(eq(shortcoming.agencyId, agencyId), inArray(shortcoming.taskId, taskIds)));

const dayOf = (moment: unknown) => sql`(${moment} at time zone 'Asia/Ho_Chi_Minh')::date`;

/**
 * Shortcomings of a plan that a report of a period tells of: noted in it, or noted before it and not mended or refused
 * before it began. In the order in which they were noted.
 */
export async function shortcomingsBetween(
  q: Queryable,
  agencyId: string,
  planId: string,
  { from, to }: { from: string; to: string },
) {
  const noted = dayOf(shortcoming.notedAt);
  const rows = await withNames(q)
    .where(
      and(
        eq(shortcoming.agencyId, agencyId),
        eq(shortcoming.planId, planId),
        lte(noted, to),
        or(
          gte(noted, from),
          inArray(shortcoming.state, ["open", "mending"]),
          gte(dayOf(shortcoming.mendedAt), from),
          gte(dayOf(shortcoming.refusedAt), from),
          sql`${evidence.withdrawnAt} is not null`,
        ),
      ),
    )
    .orderBy(asc(shortcoming.notedAt), asc(shortcoming.id));
  const units = await unitsOfAgency(q, agencyId, { closed: true });
  const names = await personNames(
    q,
    rows.flatMap(({ row }) => row.personId ?? []),
  );
  return rows.map(({ row, ...named }) => ({
    id: row.id,
    what: row.what,
    why: row.why,
    unitName: units.find(({ id }) => id === row.unitId)?.name ?? null,
    personName: row.personId && (names.get(row.personId) ?? null),
    notedAt: row.notedAt,
    state: row.state,
    fixTask: named.fixTaskTitle,
    fixWords: row.fixWords,
    fixDay: row.fixDay,
    mendedAt: row.mendedAt,
    proof: named.proofLabel ?? row.proofUrl,
    proofWithdrawn: named.proofWithdrawnAt !== null,
    refusedAt: row.refusedAt,
    refusedReason: row.refusedReason,
    told: row.toldLabel,
  }));
}
