import { and, asc, eq } from "drizzle-orm";
import { personNames } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { inClosedYear } from "../closing/closing.ts";
import { isClosed } from "../closing/closing-queries.ts";
import { documentsOf, linkNames, presentLine } from "../estimates/estimate-queries.ts";
import { budgetPolicy } from "../policy.ts";
import {
  budgetChange,
  budgetCommitment,
  budgetExpense,
  budgetLine,
  budgetProposal,
  budgetSource,
} from "../tables.ts";

/** One line with all that was decided, promised and paid of it. @throws NotFound */
export async function presentLineAccount(q: Queryable, actor: Actor, id: string) {
  const { agencyId } = actor;
  budgetPolicy.permit(actor, "read", { agencyId });
  const [row] = await q
    .select({ line: budgetLine, sourceName: budgetSource.name })
    .from(budgetLine)
    .innerJoin(budgetSource, eq(budgetSource.id, budgetLine.sourceId))
    .where(and(eq(budgetLine.agencyId, agencyId), eq(budgetLine.id, id)));
  if (!row) throw new NotFound("Không có dòng dự toán này trong cơ quan.");
  const decisions = await q
    .select({ change: budgetChange, proposal: budgetProposal })
    .from(budgetChange)
    .innerJoin(budgetProposal, eq(budgetProposal.id, budgetChange.proposalId))
    .where(eq(budgetChange.lineId, id))
    .orderBy(asc(budgetProposal.madeAt), asc(budgetProposal.id));
  const commitments = await q
    .select()
    .from(budgetCommitment)
    .where(eq(budgetCommitment.lineId, id))
    .orderBy(asc(budgetCommitment.signedOn), asc(budgetCommitment.id));
  const expenses = await q
    .select()
    .from(budgetExpense)
    .where(eq(budgetExpense.lineId, id))
    .orderBy(asc(budgetExpense.paidOn), asc(budgetExpense.id));
  const people = await personNames(
    q,
    [...commitments, ...expenses].flatMap(({ recordedBy, decidedBy }) => [
      recordedBy,
      decidedBy ?? recordedBy,
    ]),
  );
  const papers = await documentsOf(q, { commitmentIds: commitments.map((one) => one.id) });
  const vouchers = await documentsOf(q, { expenseIds: expenses.map((one) => one.id) });
  const nameOf = (personId: string) => people.get(personId) ?? "";
  const closed = await isClosed(q, agencyId, row.line.year);
  const rights = (may: ReturnType<typeof budgetPolicy.may>) =>
    closed ? inClosedYear(may, row.line.year) : may;
  const traceOf = (recordedBy: string, decidedBy: string | null) => ({
    recordedByName: nameOf(recordedBy),
    decidedByName: decidedBy === null ? null : nameOf(decidedBy),
    isOwn: recordedBy === actor.personId,
    may: rights(budgetPolicy.may(actor, { agencyId, recordedBy })),
  });
  return {
    ...presentLine(row.line, row.sourceName, (await linkNames(q, agencyId, [row.line]))(row.line)),
    decisions: decisions.map(({ change, proposal }) => ({
      ...{ proposalId: proposal.id, title: proposal.title, kind: proposal.kind, state: proposal.state },
      ...{ decidedAt: proposal.state === "approved" ? proposal.decidedAt : null, amount: change.amount },
      basis: change.basis,
    })),
    commitments: commitments.map(({ agencyId: _, lineId: __, recordedBy, decidedBy, ...one }) => ({
      ...one,
      ...traceOf(recordedBy, decidedBy),
      documents: papers.filter(({ ownerId }) => ownerId === one.id),
    })),
    expenses: expenses.map(({ agencyId: _, lineId: __, recordedBy, decidedBy, royaltyId, ...one }) => ({
      ...one,
      ...traceOf(recordedBy, decidedBy),
      isRoyalty: royaltyId !== null,
      documents: vouchers.filter(({ ownerId }) => ownerId === one.id),
    })),
    may: rights(budgetPolicy.may(actor, { agencyId })),
  };
}

/** The line of a commitment or an expense. */
export async function lineOfOwner(
  q: Queryable,
  owner: "commitment" | "expense",
  id: string,
): Promise<string> {
  const table = owner === "commitment" ? budgetCommitment : budgetExpense;
  const [row] = await q.select({ lineId: table.lineId }).from(table).where(eq(table.id, id));
  return row!.lineId;
}
