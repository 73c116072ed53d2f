import { and, eq } from "drizzle-orm";
import { Conflict, NotFound } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { inWords } from "../database-refusals.ts";
import { moneyText } from "../money.ts";
import { budgetPolicy } from "../policy.ts";
import { stands } from "../spending/entry.ts";
import { demandFree, heldLine, refuse } from "../spending/record-commitment.ts";
import { budgetCommitment } from "../tables.ts";
import { tellApprovers } from "../tell-approvers.ts";

/** Carries what is left of a commitment into an approved line of a later year; it waits for a second person. Gives the first line. */
export async function carryCommitment(
  work: Work,
  input: { id: string; commitmentId: string; lineId: string; reason: string },
): Promise<string> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  budgetPolicy.permit(actor, "record", { agencyId });
  const { id, commitmentId, lineId, reason } = input;
  const which = and(eq(budgetCommitment.agencyId, agencyId), eq(budgetCommitment.id, commitmentId));
  const [found] = await tx.select({ lineId: budgetCommitment.lineId }).from(budgetCommitment).where(which);
  if (!found) throw new NotFound("Không có cam kết này trong cơ quan.");
  const from = await heldLine(work, found.lineId);
  const into = await heldLine(work, lineId);
  const [now] = await tx.select().from(budgetCommitment).where(which);
  const { what, partner, number, signedOn, state, reducesId, amount, reduced, spent } = now!;
  if (reducesId !== null || !stands(state)) throw new Conflict("Chỉ cam kết đã xác nhận mới chuyển được.");
  if (into.year <= from.year) refuse("lineId", `Hãy chọn dòng của năm sau ${from.year}.`);
  if (into.approvedAt === null) refuse("lineId", "Dòng này chưa được duyệt dự toán.");
  const left = amount - reduced - spent;
  if (left === 0) throw new Conflict("Cam kết này không còn gì để chuyển.");
  demandFree(into, left);
  await inWords(
    tx.insert(budgetCommitment).values({
      ...{ id, agencyId, lineId, carriedFromId: commitmentId, what, partner, number, signedOn, reason },
      ...{ amount: left, recordedBy: actor.personId, recordedAt: at },
    }),
  );
  await work.record({
    ...{ act: "carry-commitment", objectKind: "budget-commitment", objectId: id },
    ...{ after: { lineId, what, partner, number, amount: left }, reason },
  });
  await tellApprovers(work, {
    ...{ kind: "commitment", id, not: [actor.personId], href: `/kinh-phi/dong/${lineId}` },
    title: `Cam kết chuyển sang năm ${into.year} chờ xác nhận: ${what}, ${moneyText(left)}`,
  });
  return found.lineId;
}

/** Takes out of its year what was carried, by the same two people and in the same moment in which it is confirmed. */
export async function leaveItsYear(
  { tx, actor, at }: Work,
  carried: typeof budgetCommitment.$inferSelect,
): Promise<void> {
  const [first] = await tx
    .select()
    .from(budgetCommitment)
    .where(eq(budgetCommitment.id, carried.carriedFromId!));
  const { agencyId, lineId, what, partner, number } = first!;
  const id = uuidv7();
  await inWords(
    tx.insert(budgetCommitment).values({
      ...{ id, agencyId, lineId, reducesId: first!.id, what, partner, number },
      ...{ signedOn: toVietnamDate(at).toString(), amount: -carried.amount },
      reason: `Chuyển sang năm sau: ${carried.reason}`,
      ...{ recordedBy: carried.recordedBy, recordedAt: at },
    }),
  );
  await inWords(
    tx
      .update(budgetCommitment)
      .set({ state: "confirmed", decidedBy: actor.personId, decidedAt: at })
      .where(eq(budgetCommitment.id, id)),
  );
}
