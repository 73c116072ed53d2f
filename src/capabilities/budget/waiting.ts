import { and, eq, exists, inArray, isNotNull } from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { proposalKindWords } from "./estimates/proposal.ts";
import { moneyText } from "./money.ts";
import { budgetPolicy } from "./policy.ts";
import { royaltyPolicy } from "./royalties/policy.ts";
import { royaltyPlaces } from "./royalties/royalty-places.ts";
import { savingPolicy } from "./savings/policy.ts";
import { savedByAll, savedText } from "./savings/saving.ts";
import {
  budgetChange,
  budgetClosing,
  budgetCommitment,
  budgetDocument,
  budgetExpense,
  budgetLine,
  budgetProposal,
  citizenSaving,
  royalty,
  royaltyShare,
} from "./tables.ts";
import type { WaitingKind } from "./waiting-kinds.ts";

/** Something about money that waits for a second person. */
export interface Waiting {
  kind: WaitingKind;
  id: string;
  label: string;
  detail: string;
  /** Below /workspace. */
  to: string;
  since: Date;
  /** The person who looks may decide it. */
  isMine: boolean;
}

const by = (may: { allowed: boolean } | undefined): boolean => may?.allowed ?? false;

async function proposals(q: Queryable, actor: Actor): Promise<Waiting[]> {
  const { agencyId } = actor;
  const rows = await q
    .select()
    .from(budgetProposal)
    .where(and(eq(budgetProposal.agencyId, agencyId), eq(budgetProposal.state, "submitted")));
  const changes = await q
    .select()
    .from(budgetChange)
    .where(
      inArray(
        budgetChange.proposalId,
        rows.map(({ id }) => id),
      ),
    );
  return rows.map(({ id, title, kind, year, submittedAt, writers }) => {
    const own = changes.filter(({ proposalId }) => proposalId === id);
    return {
      ...{ kind: "proposal", id, label: title, since: submittedAt!, to: `/kinh-phi/to-trinh/${id}` },
      detail: `${proposalKindWords[kind]} năm ${year} · ${own.length} dòng`,
      isMine: by(budgetPolicy.may(actor, { agencyId, writers }).approve),
    };
  });
}

async function entries(q: Queryable, actor: Actor): Promise<Waiting[]> {
  const { agencyId } = actor;
  const found = async (table: typeof budgetCommitment | typeof budgetExpense) =>
    q
      .select({
        ...{ id: table.id, what: table.what, amount: table.amount, lineName: budgetLine.name },
        ...{ lineId: table.lineId, recordedBy: table.recordedBy, recordedAt: table.recordedAt },
      })
      .from(table)
      .innerJoin(budgetLine, eq(budgetLine.id, table.lineId))
      .where(and(eq(table.agencyId, agencyId), eq(table.state, "pending")));
  const shown =
    (kind: "commitment" | "expense", [plus, minus]: [string, string]) =>
    (row: Awaited<ReturnType<typeof found>>[number]): Waiting => ({
      ...{ kind, id: row.id, since: row.recordedAt, to: `/kinh-phi/dong/${row.lineId}` },
      label: `${row.amount > 0 ? plus : minus}: ${row.what}`,
      detail: `${moneyText(row.amount)} · ${row.lineName}`,
      isMine: by(budgetPolicy.may(actor, { agencyId, recordedBy: row.recordedBy }).confirm),
    });
  return [
    ...(await found(budgetCommitment)).map(shown("commitment", ["Cam kết", "Giảm cam kết"])),
    ...(await found(budgetExpense)).map(shown("expense", ["Khoản chi", "Thu hồi"])),
  ];
}

async function royalties(q: Queryable, actor: Actor): Promise<Waiting[]> {
  const { agencyId } = actor;
  if (royaltyPolicy.hindrance(actor, "read", { agencyId })) return [];
  const rows = await q
    .select({ one: royalty, lineName: budgetLine.name })
    .from(royalty)
    .innerJoin(budgetLine, eq(budgetLine.id, royalty.lineId))
    .where(and(eq(royalty.agencyId, agencyId), eq(royalty.state, "proposed")));
  const shares = await q
    .select()
    .from(royaltyShare)
    .where(
      and(
        inArray(
          royaltyShare.royaltyId,
          rows.map(({ one }) => one.id),
        ),
        isNotNull(royaltyShare.personId),
      ),
    );
  const products = await royaltyPlaces(
    q,
    agencyId,
    rows.map(({ one }) => one.itemId),
  );
  return rows.map(({ one, lineName }) => {
    const own = shares.flatMap(({ royaltyId, personId }) => (royaltyId === one.id ? (personId ?? []) : []));
    const concerned = [one.proposedBy, ...own];
    const { title, to } = products(one.itemId);
    return {
      ...{ kind: "royalty", id: one.id, since: one.proposedAt, to },
      label: `Nhuận bút: ${title}`,
      detail: `${moneyText(one.amount)} · ${lineName}`,
      isMine: by(royaltyPolicy.may(actor, { agencyId, concerned }).decide),
    };
  });
}

async function savings(q: Queryable, actor: Actor): Promise<Waiting[]> {
  const { agencyId } = actor;
  const rows = await q
    .select()
    .from(citizenSaving)
    .where(
      and(
        eq(citizenSaving.agencyId, agencyId),
        eq(citizenSaving.state, "proposed"),
        // Before the file of its source stands it waits for who wrote it.
        exists(
          q
            .select({ id: budgetDocument.id })
            .from(budgetDocument)
            .where(eq(budgetDocument.savingId, citizenSaving.id)),
        ),
      ),
    );
  return rows.map((row) => ({
    ...{ kind: "saving", id: row.id, label: `Tiết kiệm cho người dân: ${row.scopeName}` },
    ...{ detail: savedText(savedByAll(row, row.dossiers)), since: row.writtenAt },
    to: `/kinh-phi/tiet-kiem?nam=${row.period.slice(0, 4)}`,
    isMine: by(savingPolicy.may(actor, { agencyId, writers: row.writers }).decide),
  }));
}

async function closings(q: Queryable, actor: Actor): Promise<Waiting[]> {
  const { agencyId } = actor;
  const rows = await q
    .select()
    .from(budgetClosing)
    .where(and(eq(budgetClosing.agencyId, agencyId), eq(budgetClosing.state, "asked")));
  return rows.map(({ id, year, documentNumber, askedBy, askedAt }) => ({
    ...{ kind: "closing", id, label: `Đóng năm ngân sách ${year}`, since: askedAt },
    ...{ detail: `theo ${documentNumber}`, to: `/kinh-phi/quyet-toan?nam=${year}` },
    isMine: by(budgetPolicy.may(actor, { agencyId, writers: [askedBy] }).close),
  }));
}

/** Everything about money that waits for a decision, the oldest first; whose decision it is stands beside each. */
export async function moneyWaiting(q: Queryable, actor: Actor): Promise<Waiting[]> {
  budgetPolicy.permit(actor, "read", { agencyId: actor.agencyId });
  const found = [
    ...(await proposals(q, actor)),
    ...(await entries(q, actor)),
    ...(await royalties(q, actor)),
    ...(await savings(q, actor)),
    ...(await closings(q, actor)),
  ];
  return found.toSorted((one, other) => one.since.getTime() - other.since.getTime());
}
