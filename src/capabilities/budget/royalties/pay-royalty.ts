import { asc, eq } from "drizzle-orm";
import { paymentDossier } from "#channels";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { inWords } from "../database-refusals.ts";
import { moneyText } from "../money.ts";
import { isGone } from "../spending/entry.ts";
import { demandDay, demandFree, heldLine, refuse } from "../spending/record-commitment.ts";
import { budgetExpense, royaltyShare } from "../tables.ts";
import { tellApprovers } from "../tell-approvers.ts";
import { royaltyPolicy } from "./policy.ts";
import { heldRoyalty } from "./propose-royalty.ts";

/** Pays an approved royalty as a whole, once, when the dossier of its product lacks nothing; gives its expense. */
export async function payRoyalty(
  work: Work,
  input: { id: string; expenseId: string; documentNumber: string; documentDay: string; paidOn: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  royaltyPolicy.permit(actor, "pay", { agencyId });
  const { id, expenseId, documentNumber, documentDay, paidOn } = input;
  const { found } = await heldRoyalty(work, id);
  if (found.state !== "approved")
    throw new Conflict(
      found.state === "proposed"
        ? "Nhuận bút chưa được duyệt nên chưa trả."
        : found.state === "cancelled"
          ? "Nhuận bút này đã hủy."
          : "Nhuận bút này không được duyệt.",
    );
  const line = await heldLine(work, found.lineId);
  const earlier = await tx.select().from(budgetExpense).where(eq(budgetExpense.royaltyId, id));
  if (earlier.some(({ amount, takenBack, state }) => takenBack < amount && !isGone(state)))
    throw new Conflict("Nhuận bút của sản phẩm này đã được trả.");
  demandDay(work, "paidOn", paidOn, line.year);
  if (documentDay > paidOn) refuse("documentDay", "Chứng từ có ngày sau ngày chi.");
  const { content, missing } = await paymentDossier(tx, actor, found.itemId);
  if (missing.length > 0)
    throw new Conflict(`Hồ sơ thanh toán còn thiếu nên chưa trả được. ${missing.join(" ")}`);
  demandFree(line, found.amount);
  const shares = await tx
    .select()
    .from(royaltyShare)
    .where(eq(royaltyShare.royaltyId, id))
    .orderBy(asc(royaltyShare.position));
  const fields = {
    ...{ lineId: line.id, royaltyId: id, documentNumber, documentDay, paidOn, amount: found.amount },
    what: `Nhuận bút: ${content.title}`,
    payee: shares.map(({ name }) => name).join(", "),
  };
  await inWords(
    tx.insert(budgetExpense).values({
      ...{ id: expenseId, agencyId, ...fields, recordedBy: actor.personId, recordedAt: at },
    }),
  );
  await work.record({
    ...{ act: "pay-royalty", objectKind: "royalty", objectId: id },
    after: { documentNumber, documentDay, paidOn, amount: found.amount },
  });
  await tellApprovers(work, {
    ...{ kind: "expense", id: expenseId, not: [actor.personId], href: `/kinh-phi/dong/${line.id}` },
    title: `Trả nhuận bút chờ xác nhận: ${content.title}, ${moneyText(found.amount)}`,
  });
}
