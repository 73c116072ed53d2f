import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { personNames } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { budgetPolicy } from "../policy.ts";
import { royaltyPlaces } from "../royalties/royalty-places.ts";
import {
  budgetClosing,
  budgetCommitment,
  budgetExpense,
  budgetLine,
  budgetProposal,
  royalty,
} from "../tables.ts";

/** Those among the years of an agency that are closed. */
export async function closedYears(q: Queryable, agencyId: string, years: number[]): Promise<Set<number>> {
  const rows = await q
    .select({ year: budgetClosing.year })
    .from(budgetClosing)
    .where(
      and(
        eq(budgetClosing.agencyId, agencyId),
        inArray(budgetClosing.year, years),
        eq(budgetClosing.state, "closed"),
      ),
    );
  return new Set(rows.map(({ year }) => year));
}

/** Whether a year of an agency is closed. */
export const isClosed = async (q: Queryable, agencyId: string, year: number): Promise<boolean> =>
  (await closedYears(q, agencyId, [year])).has(year);

/** What keeps a year from being closed, each with where it is settled; the same that the database asks. */
export async function openMatters(q: Queryable, agencyId: string, year: number) {
  const ofYear = and(eq(budgetLine.agencyId, agencyId), eq(budgetLine.year, year));
  const proposals = await q
    .select({ id: budgetProposal.id, title: budgetProposal.title })
    .from(budgetProposal)
    .where(
      and(
        eq(budgetProposal.agencyId, agencyId),
        eq(budgetProposal.year, year),
        eq(budgetProposal.state, "submitted"),
      ),
    );
  const waiting = async (table: typeof budgetCommitment | typeof budgetExpense) =>
    q
      .select({ id: table.id, what: table.what, lineId: table.lineId })
      .from(table)
      .innerJoin(budgetLine, eq(budgetLine.id, table.lineId))
      .where(and(ofYear, eq(table.state, "pending")));
  const open = await q
    .select({ id: budgetCommitment.id, what: budgetCommitment.what, lineId: budgetCommitment.lineId })
    .from(budgetCommitment)
    .innerJoin(budgetLine, eq(budgetLine.id, budgetCommitment.lineId))
    .where(
      and(
        ofYear,
        inArray(budgetCommitment.state, ["confirmed", "earlier"]),
        isNull(budgetCommitment.reducesId),
        sql`${budgetCommitment.spent} + ${budgetCommitment.reduced} < ${budgetCommitment.amount}`,
      ),
    );
  const royalties = await q
    .select({ id: royalty.id, itemId: royalty.itemId, state: royalty.state })
    .from(royalty)
    .innerJoin(budgetLine, eq(budgetLine.id, royalty.lineId))
    .where(
      and(
        ofYear,
        sql`(${royalty.state} = 'proposed' or (${royalty.state} = 'approved' and not exists (
          select from ${budgetExpense} e where e.royalty_id = ${royalty.id} and e.reverses_id is null
            and e.taken_back < e.amount and e.state not in ('refused', 'withdrawn'))))`,
      ),
    );
  const products = await royaltyPlaces(
    q,
    agencyId,
    royalties.map(({ itemId }) => itemId),
  );
  const atLine = (lineId: string) => `/kinh-phi/dong/${lineId}`;
  return [
    ...proposals.map(({ id, title }) => ({
      ...{ id, label: `Tờ trình chờ duyệt: ${title}`, to: `/kinh-phi/to-trinh/${id}` },
    })),
    ...[...(await waiting(budgetCommitment)), ...(await waiting(budgetExpense))].map(
      ({ id, what, lineId }) => ({ id, label: `Chờ xác nhận: ${what}`, to: atLine(lineId) }),
    ),
    ...open.map(({ id, what, lineId }) => ({
      ...{ id, label: `Cam kết còn chưa chi, phải hủy hoặc chuyển năm sau: ${what}`, to: atLine(lineId) },
    })),
    ...royalties.map(({ id, itemId, state }) => {
      const { title, to } = products(itemId);
      const what = state === "proposed" ? "Nhuận bút chờ duyệt" : "Nhuận bút đã duyệt, phải trả hoặc hủy";
      return { id, label: `${what}: ${title}`, to };
    }),
  ];
}

/** How a year stands: open, asked to be closed, closed; with its trace and what is still to be settled. */
export async function presentClosing(q: Queryable, actor: Actor, { year }: { year: number }) {
  const { agencyId } = actor;
  budgetPolicy.permit(actor, "read", { agencyId });
  const rows = await q
    .select()
    .from(budgetClosing)
    .where(and(eq(budgetClosing.agencyId, agencyId), eq(budgetClosing.year, year)))
    .orderBy(desc(budgetClosing.askedAt), desc(budgetClosing.id));
  const people = await personNames(
    q,
    rows.flatMap(({ askedBy, decidedBy, reopenedBy }) =>
      [askedBy, decidedBy, reopenedBy].flatMap((one) => one ?? []),
    ),
  );
  const nameOf = (id: string | null) => (id === null ? null : (people.get(id) ?? ""));
  const standing = rows.find(({ state }) => state === "asked" || state === "closed");
  return {
    year,
    open: await openMatters(q, agencyId, year),
    closings: rows.map(({ agencyId: _, askedBy, decidedBy, reopenedBy, ...row }) => ({
      ...row,
      ...{ askedByName: nameOf(askedBy)!, decidedByName: nameOf(decidedBy) },
      reopenedByName: nameOf(reopenedBy),
    })),
    may: budgetPolicy.may(actor, { agencyId, ...(standing && { writers: [standing.askedBy] }) }),
  };
}
