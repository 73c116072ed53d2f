import { eq } from "drizzle-orm";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { inWords } from "../database-refusals.ts";
import { sumOf } from "../money.ts";
import { budgetPolicy } from "../policy.ts";
import { budgetChange, budgetProposal } from "../tables.ts";
import { tellApprovers } from "../tell-approvers.ts";
import { type ProposalMove, proposalAfter, proposalHindrance, proposalKindWords } from "./proposal.ts";
import { heldProposal } from "./save-proposal.ts";

const refuse = (field: string, message: string): never => {
  throw new Unacceptable(message, [{ field, message }]);
};

type Held = Awaited<ReturnType<typeof heldProposal>>;

function demandOpen({ state }: Held, move: ProposalMove) {
  const why = proposalHindrance(state, move);
  if (why !== null) throw new Conflict(why);
  return proposalAfter(state, move)!;
}

const changesOf = ({ tx }: Work, id: string) =>
  tx.select().from(budgetChange).where(eq(budgetChange.proposalId, id));

/** Hands a proposal in; from then on nothing of it is edited unless it is given back. */
export async function submitProposal(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor, at } = work;
  budgetPolicy.permit(actor, "write", { agencyId: actor.agencyId });
  const found = await heldProposal(work, id);
  const state = demandOpen(found, "submit");
  const changes = await changesOf(work, id);
  if (changes.length === 0) refuse("changes", "Tờ trình chưa có dòng nào; hãy ghi ít nhất một dòng.");
  if (found.kind === "adjustment" && found.reason === "")
    refuse("reason", "Hãy ghi lý do điều chỉnh trước khi trình.");
  await tx
    .update(budgetProposal)
    .set({
      ...{ state, submittedBy: actor.personId, submittedAt: at, decidedBy: null, decidedAt: null },
      writers: [...new Set([...found.writers, actor.personId])],
      decisionWords: "",
    })
    .where(eq(budgetProposal.id, id));
  await work.record({
    ...{ act: "submit-budget-proposal", objectKind: "budget-proposal", objectId: id },
    after: { state, changes: changes.length, amount: sumOf(changes, ({ amount }) => amount) },
  });
  await tellApprovers(work, {
    ...{ kind: "proposal", id, href: `/kinh-phi/to-trinh/${id}` },
    title: `${proposalKindWords[found.kind]} chờ duyệt: ${found.title}`,
    not: [...found.writers, actor.personId],
  });
}

/** A second person approves: the lines get their money in the same moment, or nothing is approved. */
export async function approveProposal(
  work: Work,
  input: { id: string; documentNumber: string; documentDay: string | null; words: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const { id, documentNumber, documentDay, words } = input;
  const found = await heldProposal(work, id);
  budgetPolicy.permit(actor, "approve", { agencyId: found.agencyId, writers: found.writers });
  const state = demandOpen(found, "approve");
  if ((documentNumber === "") !== (documentDay === null))
    refuse(documentNumber === "" ? "documentNumber" : "documentDay", "Quyết định có cả số và ngày.");
  const changes = await changesOf(work, id);
  await inWords(
    tx
      .update(budgetProposal)
      .set({
        ...{ state, decidedBy: actor.personId, decidedAt: at, decisionWords: words },
        ...{ documentNumber, documentDay },
      })
      .where(eq(budgetProposal.id, id)),
  );
  await work.record({
    ...{ act: "approve-budget-proposal", objectKind: "budget-proposal", objectId: id },
    after: {
      ...{ state, documentNumber, documentDay, words },
      amount: sumOf(changes, ({ amount }) => amount),
    },
  });
}

/** Gives a proposal back to who wrote it, with why. */
export async function returnProposal(
  work: Work,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const found = await heldProposal(work, id);
  budgetPolicy.permit(actor, "return", { agencyId: found.agencyId, writers: found.writers });
  const state = demandOpen(found, "return");
  if (reason === "") refuse("reason", "Hãy ghi điều cần sửa.");
  await tx
    .update(budgetProposal)
    .set({ state, decidedBy: actor.personId, decidedAt: at, decisionWords: reason })
    .where(eq(budgetProposal.id, id));
  await work.record({
    ...{ act: "return-budget-proposal", objectKind: "budget-proposal", objectId: id },
    ...{ after: { state }, reason },
  });
}
