import { and, eq } from "drizzle-orm";
import { Conflict, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Work } from "#platform/work/work.ts";
import { inWords } from "../database-refusals.ts";
import { moneyText, readMoney, sumOf } from "../money.ts";
import { budgetPolicy } from "../policy.ts";
import { budgetCommitment, budgetLine } from "../tables.ts";
import { tellApprovers } from "../tell-approvers.ts";
import { stands } from "./entry.ts";

export const refuse = (field: string, message: string): never => {
  throw new Unacceptable(message, [{ field, message }]);
};

/** Money as typed in a field. @throws Unacceptable */
export function typedMoney(typed: string, field = "typed"): number {
  const { amount, why } = readMoney(typed);
  return amount ?? refuse(field, why);
}

/** A line of the agency, locked until the act is over. @throws NotFound */
export async function heldLine({ tx, actor }: Work, id: string) {
  const [found] = await tx
    .select()
    .from(budgetLine)
    .where(and(eq(budgetLine.agencyId, actor.agencyId), eq(budgetLine.id, id)))
    .for("update");
  if (!found) throw new NotFound("Không có dòng dự toán này trong cơ quan.");
  return found;
}

/** A day on which money of a year moves: not before the year, not to come. */
export function demandDay(work: Work, field: string, day: string, year: number): void {
  if (day > toVietnamDate(work.at).toString()) refuse(field, "Ngày này chưa tới.");
  if (day < `${year}-01-01`) refuse(field, `Ngày này trước năm dự toán ${year}.`);
}

/** What a line still has, or a refusal that says so. */
export function demandFree(
  { approved, adjusted, committed, direct }: typeof budgetLine.$inferSelect,
  amount: number,
): void {
  const free = approved + adjusted - committed - direct;
  if (amount > free)
    refuse(
      "typed",
      `Dòng này còn ${moneyText(free)}, ít hơn ${moneyText(amount)}. Muốn thêm, hãy lập tờ điều chỉnh và chờ duyệt.`,
    );
}

/** Writes down what was promised to others; never more than the approved line still has. */
export async function recordCommitment(
  work: Work,
  input: {
    id: string;
    lineId: string;
    what: string;
    partner: string;
    number: string;
    signedOn: string;
    typed: string;
  },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  budgetPolicy.permit(actor, "record", { agencyId });
  const { typed, ...fields } = input;
  const line = await heldLine(work, input.lineId);
  demandDay(work, "signedOn", fields.signedOn, line.year);
  const amount = typedMoney(typed);
  const [known] = await tx
    .select({ id: budgetCommitment.id })
    .from(budgetCommitment)
    .where(eq(budgetCommitment.id, fields.id));
  if (known) throw new Conflict("Cam kết này đã được ghi; hãy tải lại trang.");
  demandFree(line, amount);
  await inWords(
    tx
      .insert(budgetCommitment)
      .values({ ...fields, agencyId, amount, recordedBy: actor.personId, recordedAt: at }),
  );
  const { what, partner, number, signedOn, lineId } = fields;
  await work.record({
    ...{ act: "record-commitment", objectKind: "budget-commitment", objectId: fields.id },
    after: { lineId, what, partner, number, signedOn, amount },
  });
  await tellApprovers(work, {
    ...{ kind: "commitment", id: fields.id, not: [actor.personId], href: `/kinh-phi/dong/${lineId}` },
    title: `Cam kết chờ xác nhận: ${what}, ${moneyText(amount)}`,
  });
}

/** Takes from a commitment what will not be paid; a row of its own. Gives the line. */
export async function reduceCommitment(
  work: Work,
  input: { id: string; commitmentId: string; signedOn: string; typed: string; reason: string },
): Promise<string> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  budgetPolicy.permit(actor, "record", { agencyId });
  const { id, commitmentId, signedOn, typed, reason } = input;
  const [found] = await tx
    .select()
    .from(budgetCommitment)
    .where(and(eq(budgetCommitment.agencyId, agencyId), eq(budgetCommitment.id, commitmentId)));
  if (!found || found.reducesId !== null) throw new NotFound("Không có cam kết này trong cơ quan.");
  const line = await heldLine(work, found.lineId);
  demandDay(work, "signedOn", signedOn, line.year);
  if (signedOn < found.signedOn) refuse("signedOn", "Ngày giảm trước ngày ký cam kết.");
  const amount = typedMoney(typed);
  // Read again, now that nobody else changes it.
  const [now] = await tx.select().from(budgetCommitment).where(eq(budgetCommitment.id, commitmentId));
  if (!stands(now!.state))
    throw new Conflict("Cam kết này chưa được người thứ hai xác nhận nên chưa giảm được.");
  const waiting = await tx
    .select({ amount: budgetCommitment.amount })
    .from(budgetCommitment)
    .where(and(eq(budgetCommitment.reducesId, commitmentId), eq(budgetCommitment.state, "pending")));
  const open = now!.amount - now!.reduced - now!.spent + sumOf(waiting, (one) => one.amount);
  if (amount > open)
    refuse("typed", `Cam kết chỉ còn ${moneyText(open)} chưa chi; không giảm hơn số ấy được.`);
  const { what, partner, number, lineId } = found;
  const [made] = await inWords(
    tx
      .insert(budgetCommitment)
      .values({
        ...{ id, agencyId, lineId, reducesId: commitmentId, what, partner, number, signedOn, reason },
        ...{ amount: -amount, recordedBy: actor.personId, recordedAt: at },
      })
      .onConflictDoNothing()
      .returning({ id: budgetCommitment.id }),
  );
  if (!made) throw new Conflict("Lần giảm này đã được ghi; hãy tải lại trang.");
  await work.record({
    ...{ act: "reduce-commitment", objectKind: "budget-commitment", objectId: commitmentId },
    ...{ after: { number, signedOn, amount: -amount }, reason },
  });
  await tellApprovers(work, {
    ...{ kind: "commitment", id: id, not: [actor.personId], href: `/kinh-phi/dong/${lineId}` },
    title: `Giảm cam kết chờ xác nhận: ${what}, ${moneyText(amount)}`,
  });
  return lineId;
}
