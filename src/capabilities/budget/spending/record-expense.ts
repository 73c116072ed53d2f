import { and, eq } from "drizzle-orm";
import { Conflict, NotFound } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { inWords } from "../database-refusals.ts";
import { moneyText, sumOf } from "../money.ts";
import { budgetPolicy } from "../policy.ts";
import { budgetCommitment, budgetExpense } from "../tables.ts";
import { tellApprovers } from "../tell-approvers.ts";
import { stands } from "./entry.ts";
import { demandDay, demandFree, heldLine, refuse, typedMoney } from "./record-commitment.ts";

export interface ExpenseFields {
  id: string;
  lineId: string;
  /** Null: paid without a commitment. */
  commitmentId: string | null;
  what: string;
  payee: string;
  documentNumber: string;
  documentDay: string;
  paidOn: string;
  typed: string;
}

/** Writes down what was paid, with its paper; never more than its commitment, or the approved line, still has. */
export async function recordExpense(work: Work, input: ExpenseFields): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  budgetPolicy.permit(actor, "record", { agencyId });
  const { typed, ...fields } = input;
  const line = await heldLine(work, input.lineId);
  demandDay(work, "paidOn", fields.paidOn, line.year);
  if (fields.documentDay > fields.paidOn) refuse("documentDay", "Chứng từ có ngày sau ngày chi.");
  const amount = typedMoney(typed);
  const [known] = await tx
    .select({ id: budgetExpense.id })
    .from(budgetExpense)
    .where(eq(budgetExpense.id, fields.id));
  if (known) throw new Conflict("Khoản chi này đã được ghi; hãy tải lại trang.");
  if (fields.commitmentId === null) demandFree(line, amount);
  else {
    const [commitment] = await tx
      .select()
      .from(budgetCommitment)
      .where(and(eq(budgetCommitment.lineId, line.id), eq(budgetCommitment.id, fields.commitmentId)));
    if (!commitment || commitment.reducesId !== null) throw new NotFound("Dòng này không có cam kết ấy.");
    if (!stands(commitment.state))
      refuse("commitmentId", "Cam kết này chưa được người thứ hai xác nhận nên chưa chi được.");
    if (fields.paidOn < commitment.signedOn) refuse("paidOn", "Ngày chi trước ngày ký cam kết.");
    const open = commitment.amount - commitment.reduced - commitment.spent;
    if (amount > open)
      refuse("typed", `Cam kết còn ${moneyText(open)} chưa chi, ít hơn ${moneyText(amount)}.`);
  }
  await inWords(
    tx
      .insert(budgetExpense)
      .values({ ...fields, agencyId, amount, recordedBy: actor.personId, recordedAt: at }),
  );
  const { id, ...told } = fields;
  await work.record({
    ...{ act: "record-expense", objectKind: "budget-expense", objectId: id },
    after: { ...told, amount },
  });
  await tellApprovers(work, {
    ...{ kind: "expense", id: id, not: [actor.personId], href: `/kinh-phi/dong/${line.id}` },
    title: `Khoản chi chờ xác nhận: ${told.what}, ${moneyText(amount)}`,
  });
}

/** Takes back what was paid, or a part of it; a row of its own. Gives the line. */
export async function takeBackExpense(
  work: Work,
  input: {
    id: string;
    expenseId: string;
    typed: string;
    documentNumber: string;
    documentDay: string;
    reason: string;
  },
): Promise<string> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  budgetPolicy.permit(actor, "record", { agencyId });
  const { id, expenseId, typed, documentNumber, documentDay, reason } = input;
  const [found] = await tx
    .select()
    .from(budgetExpense)
    .where(and(eq(budgetExpense.agencyId, agencyId), eq(budgetExpense.id, expenseId)));
  if (!found || found.reversesId !== null) throw new NotFound("Không có khoản chi này trong cơ quan.");
  const { lineId, what, payee } = found;
  const line = await heldLine(work, lineId);
  demandDay(work, "documentDay", documentDay, line.year);
  if (documentDay < found.paidOn) refuse("documentDay", "Ngày thu hồi trước ngày chi.");
  const amount = typedMoney(typed);
  // Read again, now that nobody else changes it.
  const [now] = await tx.select().from(budgetExpense).where(eq(budgetExpense.id, expenseId));
  if (!stands(now!.state))
    throw new Conflict("Khoản chi này chưa được người thứ hai xác nhận nên chưa thu hồi được.");
  const waiting = await tx
    .select({ amount: budgetExpense.amount })
    .from(budgetExpense)
    .where(and(eq(budgetExpense.reversesId, expenseId), eq(budgetExpense.state, "pending")));
  const open = now!.amount - now!.takenBack + sumOf(waiting, (one) => one.amount);
  if (amount > open) refuse("typed", `Khoản chi chỉ còn ${moneyText(open)}; không thu hồi hơn số ấy được.`);
  if (now!.royaltyId !== null && amount !== now!.amount)
    refuse("typed", "Nhuận bút chỉ thu hồi được toàn bộ.");
  const [made] = await inWords(
    tx
      .insert(budgetExpense)
      .values({
        ...{ id, agencyId, lineId, reversesId: expenseId, what, payee, documentNumber, documentDay },
        ...{ paidOn: documentDay, amount: -amount, reason, recordedBy: actor.personId, recordedAt: at },
      })
      .onConflictDoNothing()
      .returning({ id: budgetExpense.id }),
  );
  if (!made) throw new Conflict("Lần thu hồi này đã được ghi; hãy tải lại trang.");
  await work.record({
    ...{ act: "take-back-expense", objectKind: "budget-expense", objectId: expenseId },
    ...{ after: { documentNumber, documentDay, amount: -amount }, reason },
  });
  await tellApprovers(work, {
    ...{ kind: "expense", id: id, not: [actor.personId], href: `/kinh-phi/dong/${lineId}` },
    title: `Thu hồi chờ xác nhận: ${what}, ${moneyText(amount)}`,
  });
  return lineId;
}
