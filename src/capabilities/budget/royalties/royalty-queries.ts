import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { paymentDossier, paymentDossiers } from "#channels";
import { contentAuthors } from "#newsroom";
import { kindOf } from "#newsroom/contract";
import { personNames } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { inClosedYear } from "../closing/closing.ts";
import { closedYears } from "../closing/closing-queries.ts";
import { linesOfYear } from "../estimates/estimate-queries.ts";
import { isGone, stands } from "../spending/entry.ts";
import { budgetExpense, budgetLine, royalty, royaltyRate, royaltyShare, royaltyTable } from "../tables.ts";
import { royaltyPolicy } from "./policy.ts";

/** The tables of rates, the newest first, each with whether royalties were proposed by it. */
async function rateTables(q: Queryable, actor: Actor) {
  const { agencyId } = actor;
  royaltyPolicy.permit(actor, "read", { agencyId });
  const tables = await q
    .select()
    .from(royaltyTable)
    .where(eq(royaltyTable.agencyId, agencyId))
    .orderBy(desc(royaltyTable.validFrom));
  const rates = await q
    .select()
    .from(royaltyRate)
    .where(eq(royaltyRate.agencyId, agencyId))
    .orderBy(asc(royaltyRate.kind), asc(royaltyRate.grade));
  const used = new Set(
    (
      await q.selectDistinct({ rateId: royalty.rateId }).from(royalty).where(eq(royalty.agencyId, agencyId))
    ).map(({ rateId }) => rateId),
  );
  return tables.map(({ agencyId: _, ...table }) => {
    const own = rates.filter(({ tableId }) => tableId === table.id);
    return {
      ...table,
      isUsed: own.some(({ id }) => used.has(id)),
      rates: own.map(({ id, kind, grade, least, most }) => ({
        ...{ id, kind, grade, least, most, kindLabel: kindOf(kind)?.label ?? kind },
      })),
    };
  });
}

/** Royalties of the agency, with their shares and the payment that stands. */
async function royaltiesOf(q: Queryable, agencyId: string, itemIds: string[]) {
  const rows = await q
    .select({ one: royalty, grade: royaltyRate.grade, lineName: budgetLine.name, lineYear: budgetLine.year })
    .from(royalty)
    .innerJoin(royaltyRate, eq(royaltyRate.id, royalty.rateId))
    .innerJoin(budgetLine, eq(budgetLine.id, royalty.lineId))
    .where(and(eq(royalty.agencyId, agencyId), inArray(royalty.itemId, itemIds)))
    .orderBy(asc(royalty.proposedAt), asc(royalty.id));
  const ids = rows.map(({ one }) => one.id);
  const shares = await q
    .select()
    .from(royaltyShare)
    .where(inArray(royaltyShare.royaltyId, ids))
    .orderBy(asc(royaltyShare.position));
  const payments = await q.select().from(budgetExpense).where(inArray(budgetExpense.royaltyId, ids));
  const people = await personNames(
    q,
    rows.flatMap(({ one }) => [one.proposedBy, one.decidedBy, one.cancelledBy].flatMap((id) => id ?? [])),
  );
  return rows.map(({ one, grade, lineName, lineYear }) => {
    const paid = payments.find(
      (row) =>
        row.royaltyId === one.id &&
        row.reversesId === null &&
        row.takenBack < row.amount &&
        !isGone(row.state),
    );
    const own = shares.filter(({ royaltyId }) => royaltyId === one.id);
    return {
      ...{ id: one.id, itemId: one.itemId, lineId: one.lineId, lineName, lineYear, grade, state: one.state },
      ...{ unitValue: one.unitValue, rounding: one.rounding, coefficient: one.coefficient },
      ...{ amount: one.amount, note: one.note, decisionWords: one.decisionWords },
      proposedByName: people.get(one.proposedBy) ?? "",
      decidedByName: one.decidedBy === null ? null : (people.get(one.decidedBy) ?? ""),
      cancelledByName: one.cancelledBy === null ? null : (people.get(one.cancelledBy) ?? ""),
      cancelledReason: one.cancelledReason,
      concerned: [one.proposedBy, ...own.flatMap(({ personId }) => personId ?? [])],
      shares: own.map(({ name, part, amount }) => ({ name, part, amount })),
      paidOn: paid?.paidOn ?? null,
      isConfirmed: paid ? stands(paid.state) : false,
      documentNumber: paid?.documentNumber ?? null,
    };
  });
}

/** Products published between two days, with their royalty and what they lack before it is paid. */
export async function presentRoyalties(
  q: Queryable,
  actor: Actor,
  { from, to }: { from: string; to: string },
) {
  const { agencyId } = actor;
  royaltyPolicy.permit(actor, "read", { agencyId });
  const { dossiers } = await paymentDossiers(q, actor, { from, to });
  const found = await royaltiesOf(
    q,
    agencyId,
    dossiers.map(({ itemId }) => itemId),
  );
  const year = Number(to.slice(0, 4));
  const closed = await closedYears(q, agencyId, [year, ...found.map(({ lineYear }) => lineYear)]);
  const may = royaltyPolicy.may(actor, { agencyId });
  return {
    products: dossiers.map(({ itemId, title, kind, kindLabel, unitName, publishedAt, missing }) => ({
      ...{ itemId, title, kind, kindLabel, unitName, publishedAt, missing },
      royalties: found
        .filter((one) => one.itemId === itemId)
        .map(({ concerned, lineYear, ...one }) => {
          const own = royaltyPolicy.may(actor, { agencyId, concerned });
          return { ...one, may: closed.has(lineYear) ? inClosedYear(own, lineYear) : own };
        }),
    })),
    lines: (await linesOfYear(q, agencyId, year))
      .filter(({ approvedAt }) => approvedAt !== null)
      .map(({ id, name, free }) => ({ id, name, free })),
    tables: await rateTables(q, actor),
    isClosed: closed.has(year),
    // Rates belong to no year.
    may: closed.has(year) ? { ...inClosedYear(may, year), setRates: may.setRates } : may,
  };
}

/** What a proposal for a product begins with: the rates that held when it was published, and who wrote it. */
export async function royaltyStart(q: Queryable, actor: Actor, itemId: string) {
  royaltyPolicy.permit(actor, "read", { agencyId: actor.agencyId });
  const { content } = await paymentDossier(q, actor, itemId);
  const day = toVietnamDate(content.publishedAt).toString();
  const tables = (await rateTables(q, actor)).filter(
    ({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo),
  );
  const authorIds = await contentAuthors(q, itemId);
  const names = await personNames(q, authorIds);
  return {
    rates: tables.flatMap((table) =>
      table.rates
        .filter(({ kind }) => kind === content.kind)
        .map((rate) => ({
          ...rate,
          ...{ tableName: table.name, unitValue: table.unitValue, rounding: table.rounding },
        })),
    ),
    authors: authorIds.map((personId) => ({ personId, name: names.get(personId) ?? "" })),
  };
}

/** One royalty for its slip. @throws NotFound */
export async function royaltyOf(q: Queryable, actor: Actor, id: string) {
  const { agencyId } = actor;
  royaltyPolicy.permit(actor, "read", { agencyId });
  const [row] = await q
    .select({ itemId: royalty.itemId })
    .from(royalty)
    .where(and(eq(royalty.agencyId, agencyId), eq(royalty.id, id)));
  if (!row) throw new NotFound("Không có nhuận bút này trong cơ quan.");
  return (await royaltiesOf(q, agencyId, [row.itemId])).find((one) => one.id === id)!;
}
