import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { personNames } from "#organization";
import { namedLinks } from "#plan";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import { today } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { inClosedYear } from "../closing/closing.ts";
import { isClosed } from "../closing/closing-queries.ts";
import { sumOf } from "../money.ts";
import { budgetPolicy } from "../policy.ts";
import { budgetChange, budgetDocument, budgetLine, budgetProposal, budgetSource } from "../tables.ts";

type LineRow = typeof budgetLine.$inferSelect;

/** A line with what it may still do, and the name of what it pays for. */
export const presentLine = (row: LineRow, sourceName: string, linkName: string) => {
  const limit = row.approved + row.adjusted;
  return {
    ...{ id: row.id, year: row.year, sourceId: row.sourceId, sourceName, name: row.name, basis: row.basis },
    ...{ taskId: row.taskId, obligationId: row.obligationId, linkName, approvedAt: row.approvedAt },
    ...{ approved: row.approved, adjusted: row.adjusted, limit },
    ...{ committed: row.committed, spent: row.spent, direct: row.direct },
    /** What may still be committed, or paid without a commitment. */
    free: limit - row.committed - row.direct,
    left: limit - row.spent,
  };
};

export async function linesOfYear(q: Queryable, agencyId: string, year: number) {
  const rows = await q
    .select({ line: budgetLine, sourceName: budgetSource.name })
    .from(budgetLine)
    .innerJoin(budgetSource, eq(budgetSource.id, budgetLine.sourceId))
    .where(and(eq(budgetLine.agencyId, agencyId), eq(budgetLine.year, year)))
    .orderBy(asc(budgetSource.name), asc(budgetLine.id));
  const names = await linkNames(
    q,
    agencyId,
    rows.map(({ line }) => line),
  );
  return rows.map(({ line, sourceName }) => presentLine(line, sourceName, names(line)));
}

/** What lines pay for, in words. */
export async function linkNames(q: Queryable, agencyId: string, lines: LineRow[]) {
  const { tasks, obligations } = await namedLinks(q, agencyId, {
    taskIds: lines.flatMap(({ taskId }) => taskId ?? []),
    obligationIds: lines.flatMap(({ obligationId }) => obligationId ?? []),
    clauseIds: [],
  });
  const byId = new Map([...tasks, ...obligations].map(({ id, name }) => [id, name]));
  return ({ taskId, obligationId }: LineRow) => byId.get(taskId ?? obligationId ?? "") ?? "";
}

async function proposalsOfYear(q: Queryable, agencyId: string, year: number) {
  const rows = await q
    .select()
    .from(budgetProposal)
    .where(and(eq(budgetProposal.agencyId, agencyId), eq(budgetProposal.year, year)))
    .orderBy(desc(budgetProposal.madeAt), desc(budgetProposal.id));
  const changes = await q
    .select()
    .from(budgetChange)
    .where(
      inArray(
        budgetChange.proposalId,
        rows.map(({ id }) => id),
      ),
    );
  const byProposal = Map.groupBy(changes, ({ proposalId }) => proposalId);
  return rows.map(({ id, kind, title, state, submittedAt, decidedAt }) => {
    const own = byProposal.get(id) ?? [];
    return {
      ...{ id, kind, title, state, submittedAt, decidedAt },
      ...{ changes: own.length, amount: sumOf(own, ({ amount }) => amount) },
    };
  });
}

/** What may be done, unless the year is closed. */
async function rightsIn(
  q: Queryable,
  agencyId: string,
  year: number,
  may: ReturnType<typeof budgetPolicy.may>,
) {
  return (await isClosed(q, agencyId, year)) ? inClosedYear(may, year) : may;
}

/** The money of a year: sources, lines, proposals. */
export async function presentBudget(
  q: Queryable,
  actor: Actor,
  { year: asked }: { year?: number | undefined },
) {
  const { agencyId } = actor;
  budgetPolicy.permit(actor, "read", { agencyId });
  const year = asked ?? today().year;
  const known = await q
    .selectDistinct({ year: budgetLine.year })
    .from(budgetLine)
    .where(eq(budgetLine.agencyId, agencyId));
  return {
    year,
    years: [...new Set([...known.map((one) => one.year), year])].toSorted((one, other) => other - one),
    sources: await q
      .select({ id: budgetSource.id, name: budgetSource.name, basis: budgetSource.basis })
      .from(budgetSource)
      .where(eq(budgetSource.agencyId, agencyId))
      .orderBy(asc(budgetSource.name)),
    lines: await linesOfYear(q, agencyId, year),
    proposals: await proposalsOfYear(q, agencyId, year),
    may: await rightsIn(q, agencyId, year, budgetPolicy.may(actor, { agencyId })),
  };
}

/** One proposal with its changes, its trace and what the actor may do with it. @throws NotFound */
export async function presentProposal(q: Queryable, actor: Actor, id: string) {
  const { agencyId } = actor;
  budgetPolicy.permit(actor, "read", { agencyId });
  const [row] = await q
    .select()
    .from(budgetProposal)
    .where(and(eq(budgetProposal.agencyId, agencyId), eq(budgetProposal.id, id)));
  if (!row) throw new NotFound("Không có tờ trình này trong cơ quan.");
  const changes = await q
    .select({ change: budgetChange, line: budgetLine, sourceName: budgetSource.name })
    .from(budgetChange)
    .innerJoin(budgetLine, eq(budgetLine.id, budgetChange.lineId))
    .innerJoin(budgetSource, eq(budgetSource.id, budgetLine.sourceId))
    .where(eq(budgetChange.proposalId, id))
    .orderBy(asc(budgetSource.name), asc(budgetLine.id));
  const links = await linkNames(
    q,
    agencyId,
    changes.map(({ line }) => line),
  );
  const { writers, submittedBy, decidedBy, agencyId: _, ...fields } = row;
  const people = await personNames(
    q,
    [...writers, submittedBy, decidedBy].flatMap((one) => one ?? []),
  );
  const nameOf = (personId: string | null) => (personId === null ? null : (people.get(personId) ?? ""));
  return {
    ...fields,
    writerNames: writers.map((one) => people.get(one) ?? ""),
    ...{ submittedByName: nameOf(submittedBy), decidedByName: nameOf(decidedBy) },
    amount: sumOf(changes, ({ change }) => change.amount),
    changes: changes.map(({ change, line, sourceName }) => ({
      ...{ lineId: line.id, name: line.name, sourceName, linkName: links(line) },
      ...{ amount: change.amount, basis: change.basis, limit: line.approved + line.adjusted },
    })),
    documents: await documentsOf(q, { proposalIds: [id] }),
    may: await rightsIn(q, agencyId, row.year, budgetPolicy.may(actor, { agencyId, writers })),
  };
}

/** The files of proposals, commitments, expenses and savings, the first first. */
export async function documentsOf(
  q: Queryable,
  of: { proposalIds?: string[]; commitmentIds?: string[]; expenseIds?: string[]; savingIds?: string[] },
) {
  const [column, ids] = of.proposalIds
    ? [budgetDocument.proposalId, of.proposalIds]
    : of.commitmentIds
      ? [budgetDocument.commitmentId, of.commitmentIds]
      : of.expenseIds
        ? [budgetDocument.expenseId, of.expenseIds]
        : [budgetDocument.savingId, of.savingIds ?? []];
  const rows = await q
    .select()
    .from(budgetDocument)
    .where(inArray(column, ids))
    .orderBy(asc(budgetDocument.addedAt), asc(budgetDocument.id));
  return rows.map(
    ({ id, fileName, contentType, bytes, sha256, proposalId, commitmentId, expenseId, savingId }) => ({
      ...{ id, fileName, contentType, bytes, sha256 },
      ownerId: (proposalId ?? commitmentId ?? expenseId ?? savingId)!,
    }),
  );
}
