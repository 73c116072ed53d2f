import { and, asc, eq } from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { linesOfYear } from "../estimates/estimate-queries.ts";
import { sumOf } from "../money.ts";
import { budgetPolicy } from "../policy.ts";
import { stands } from "../spending/entry.ts";
import { budgetChange, budgetCommitment, budgetExpense, budgetLine, budgetProposal } from "../tables.ts";
import { totalOf } from "./settlement.ts";

/** What a year has come to: per line, per source and as a whole, as the books stand now. */
export async function presentSettlement(q: Queryable, actor: Actor, { year }: { year: number }) {
  const { agencyId } = actor;
  budgetPolicy.permit(actor, "read", { agencyId });
  const lines = (await linesOfYear(q, agencyId, year)).filter(({ approvedAt }) => approvedAt !== null);
  const bySource = Map.groupBy(lines, ({ sourceId }) => sourceId);
  return {
    year,
    sources: [...bySource.values()].map((own) => ({
      ...{ id: own[0]!.sourceId, name: own[0]!.sourceName, total: totalOf(own) },
      lines: own,
    })),
    total: totalOf(lines),
    /** Counted above, but not confirmed by a second person yet. */
    pending: await pendingOfYear(q, agencyId, year),
    may: budgetPolicy.may(actor, { agencyId }),
  };
}

/** How many records of a year wait, and what the positive ones of them hold. */
async function pendingOfYear(q: Queryable, agencyId: string, year: number) {
  const of = (table: typeof budgetCommitment | typeof budgetExpense) =>
    q
      .select({ amount: table.amount })
      .from(table)
      .innerJoin(budgetLine, eq(budgetLine.id, table.lineId))
      .where(and(eq(budgetLine.agencyId, agencyId), eq(budgetLine.year, year), eq(table.state, "pending")));
  const [promised, paid] = [await of(budgetCommitment), await of(budgetExpense)];
  const held = (rows: { amount: number }[]) => sumOf(rows, ({ amount }) => Math.max(amount, 0));
  return { count: promised.length + paid.length, committed: held(promised), spent: held(paid) };
}

/** The books of a year behind its settlement, in the order of their days. */
export async function booksOfYear(q: Queryable, agencyId: string, year: number) {
  const ofYear = and(eq(budgetLine.agencyId, agencyId), eq(budgetLine.year, year));
  return {
    decisions: await q
      .select({ line: budgetLine, change: budgetChange, proposal: budgetProposal })
      .from(budgetChange)
      .innerJoin(budgetLine, eq(budgetLine.id, budgetChange.lineId))
      .innerJoin(budgetProposal, eq(budgetProposal.id, budgetChange.proposalId))
      .where(and(ofYear, eq(budgetProposal.state, "approved")))
      .orderBy(asc(budgetProposal.decidedAt), asc(budgetLine.id)),
    commitments: await q
      .select({ line: budgetLine, one: budgetCommitment })
      .from(budgetCommitment)
      .innerJoin(budgetLine, eq(budgetLine.id, budgetCommitment.lineId))
      .where(ofYear)
      .orderBy(asc(budgetCommitment.signedOn), asc(budgetCommitment.id)),
    expenses: await q
      .select({ line: budgetLine, one: budgetExpense })
      .from(budgetExpense)
      .innerJoin(budgetLine, eq(budgetLine.id, budgetExpense.lineId))
      .where(ofYear)
      .orderBy(asc(budgetExpense.paidOn), asc(budgetExpense.id)),
  };
}

/** One line as a period left it; whole đồng. */
export interface LineInPeriod {
  id: string;
  name: string;
  sourceName: string;
  linkName: string;
  /** Approved with adjustments until the last day of the period. */
  limit: number;
  committed: number;
  spent: number;
  /** Of it within the period. */
  spentInPeriod: number;
  committedInPeriod: number;
}

/**
 * The lines of the year in which a period ends, as they stood at its last day: decisions by the day they were taken,
 * commitments by the day they were signed, payments and what was taken back by the day of the money; only what a second
 * person confirmed.
 */
export async function budgetInPeriod(
  q: Queryable,
  agencyId: string,
  { from, to }: { from: string; to: string },
): Promise<LineInPeriod[]> {
  const year = Number(to.slice(0, 4));
  const { decisions, commitments, expenses } = await booksOfYear(q, agencyId, year);
  const lines = await linesOfYear(q, agencyId, year);
  return lines.flatMap(({ id, name, sourceName, linkName }) => {
    const decided = decisions.filter(
      ({ line, proposal }) => line.id === id && toVietnamDate(proposal.decidedAt!).toString() <= to,
    );
    if (decided.length === 0) return [];
    const promised = commitments.filter(
      ({ line, one }) => line.id === id && one.signedOn <= to && stands(one.state),
    );
    const paid = expenses.filter(({ line, one }) => line.id === id && one.paidOn <= to && stands(one.state));
    return [
      {
        ...{ id, name, sourceName, linkName },
        limit: sumOf(decided, ({ change }) => change.amount),
        committed: sumOf(promised, ({ one }) => one.amount),
        committedInPeriod: sumOf(
          promised.filter(({ one }) => one.signedOn >= from),
          ({ one }) => one.amount,
        ),
        spent: sumOf(paid, ({ one }) => one.amount),
        spentInPeriod: sumOf(
          paid.filter(({ one }) => one.paidOn >= from),
          ({ one }) => one.amount,
        ),
      },
    ];
  });
}
