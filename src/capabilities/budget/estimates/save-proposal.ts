import { and, eq, inArray } from "drizzle-orm";
import { Conflict, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { inWords } from "../database-refusals.ts";
import { readMoney } from "../money.ts";
import { budgetPolicy } from "../policy.ts";
import { budgetChange, budgetLine, budgetProposal } from "../tables.ts";
import { type ProposalKind, proposalAfter, proposalHindrance } from "./proposal.ts";

export interface ProposalFields {
  id: string;
  year: number;
  kind: ProposalKind;
  title: string;
  reason: string;
  /** Money as it was typed; `less`: the line gives it up. */
  changes: { lineId: string; typed: string; less: boolean; basis: string }[];
}

/** One proposal of the agency, locked until the act is over. */
const proposalForUpdate = async ({ tx, actor }: Work, id: string) =>
  (
    await tx
      .select()
      .from(budgetProposal)
      .where(and(eq(budgetProposal.agencyId, actor.agencyId), eq(budgetProposal.id, id)))
      .for("update")
  )[0];

/** @throws NotFound */
export async function heldProposal(work: Work, id: string) {
  const found = await proposalForUpdate(work, id);
  if (!found) throw new NotFound("Không có tờ trình này trong cơ quan.");
  return found;
}

async function readChanges({ tx, actor }: Work, { year, kind, changes }: ProposalFields) {
  const issues: { field: string; message: string }[] = [];
  const say = (index: number, message: string) => issues.push({ field: `changes.${index}.typed`, message });
  const lines = await tx
    .select()
    .from(budgetLine)
    .where(
      and(
        eq(budgetLine.agencyId, actor.agencyId),
        inArray(
          budgetLine.id,
          changes.map(({ lineId }) => lineId),
        ),
      ),
    );
  const read = changes.map(({ lineId, typed, less, basis }, index) => {
    const line = lines.find(({ id }) => id === lineId);
    if (!line || line.year !== year) throw new NotFound("Không có dòng dự toán này trong năm.");
    if (kind === "estimate" && less) say(index, "Dự toán không có số giảm.");
    if (kind === "estimate" && line.approvedAt !== null)
      say(index, `Dòng “${line.name}” đã được duyệt; hãy đưa vào tờ điều chỉnh.`);
    const { amount, why } = readMoney(typed);
    if (amount === null) say(index, why);
    return { lineId, amount: (amount ?? 0) * (less ? -1 : 1), basis };
  });
  if (new Set(read.map(({ lineId }) => lineId)).size < read.length)
    issues.push({ field: "changes", message: "Mỗi dòng dự toán chỉ có một số trong một tờ trình." });
  if (issues.length > 0) throw new Unacceptable(issues[0]!.message, issues);
  return read;
}

/** Writes an estimate or an adjustment while it is still being worked on; who writes any of it does not decide. */
export async function saveProposal(work: Work, given: ProposalFields): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  budgetPolicy.permit(actor, "write", { agencyId });
  const { id, year, kind, title, reason } = given;
  const before = await proposalForUpdate(work, id);
  if (before) {
    const why = proposalHindrance(before.state, "edit");
    if (why !== null) throw new Conflict(why);
    if (before.year !== year || before.kind !== kind)
      throw new Conflict("Năm và loại của tờ trình không đổi được; hãy lập tờ khác.");
  }
  const changes = await readChanges(work, given);
  if (before) {
    const writers = [...new Set([...before.writers, actor.personId])];
    const state = proposalAfter(before.state, "edit")!;
    const begunAnew = { submittedBy: null, submittedAt: null, decidedBy: null, decidedAt: null };
    await tx
      .update(budgetProposal)
      .set({ title, reason, writers, state, ...begunAnew })
      .where(eq(budgetProposal.id, id));
    await tx.delete(budgetChange).where(eq(budgetChange.proposalId, id));
  } else {
    const [made] = await tx
      .insert(budgetProposal)
      .values({
        ...{ id, agencyId, year, kind, title, reason, state: "draft" },
        ...{ writers: [actor.personId], madeAt: at },
      })
      .onConflictDoNothing()
      .returning({ id: budgetProposal.id });
    if (!made) throw new Conflict("Tờ trình này vừa được người khác ghi; hãy tải lại trang.");
  }
  if (changes.length > 0)
    await inWords(
      tx.insert(budgetChange).values(changes.map((one) => ({ agencyId, proposalId: id, ...one }))),
    );
  await work.record({
    ...{ act: "save-budget-proposal", objectKind: "budget-proposal", objectId: id },
    ...(before && { before: { title: before.title, reason: before.reason, state: before.state } }),
    after: { year, kind, title, reason, changes },
  });
}
