import { and, eq } from "drizzle-orm";
import { contentToDeliver } from "#newsroom";
import { Conflict, NotFound } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { moneyText, sumOf } from "../money.ts";
import { budgetPolicy } from "../policy.ts";
import { isGone } from "../spending/entry.ts";
import { heldLine, refuse, typedMoney } from "../spending/record-commitment.ts";
import { budgetCost, budgetExpense } from "../tables.ts";

/** Says for which products an expense was, and how much of it each; said anew, it takes the place of before. */
export async function tellCosts(
  work: Work,
  { id, costs }: { id: string; costs: { itemId: string; typed: string }[] },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  budgetPolicy.permit(actor, "record", { agencyId });
  const [found] = await tx
    .select({ lineId: budgetExpense.lineId })
    .from(budgetExpense)
    .where(and(eq(budgetExpense.agencyId, agencyId), eq(budgetExpense.id, id)));
  if (!found) throw new NotFound("Không có khoản chi này trong cơ quan.");
  await heldLine(work, found.lineId);
  const [now] = await tx.select().from(budgetExpense).where(eq(budgetExpense.id, id));
  const { reversesId, royaltyId, amount, takenBack, state } = now!;
  if (isGone(state)) throw new Conflict("Khoản chi này không được xác nhận hoặc đã rút lại.");
  if (reversesId !== null) throw new Conflict("Đây là dòng thu hồi; hãy gắn sản phẩm ở khoản chi gốc.");
  if (royaltyId !== null) throw new Conflict("Nhuận bút đã gắn với sản phẩm của nó.");
  const itemIds = costs.map(({ itemId }) => itemId);
  if (new Set(itemIds).size < itemIds.length) refuse("costs", "Mỗi sản phẩm chỉ có một phần.");
  const contents = await contentToDeliver(tx, actor, itemIds);
  if (itemIds.some((itemId) => !contents.has(itemId))) throw new NotFound("Không có sản phẩm này.");
  const read = costs.map(({ itemId, typed }, index) => ({
    itemId,
    amount: typedMoney(typed, `costs.${index}.typed`),
  }));
  const open = amount - takenBack;
  const told = sumOf(read, (one) => one.amount);
  if (told > open)
    refuse("costs", `Các phần cộng lại ${moneyText(told)}, lớn hơn số đã chi ${moneyText(open)}.`);
  const before = await tx.delete(budgetCost).where(eq(budgetCost.expenseId, id)).returning();
  if (read.length > 0)
    await tx
      .insert(budgetCost)
      .values(read.map((one) => ({ agencyId, expenseId: id, ...one, toldBy: actor.personId, toldAt: at })));
  await work.record({
    ...{ act: "tell-costs", objectKind: "budget-expense", objectId: id },
    before: { costs: before.map((one) => ({ itemId: one.itemId, amount: one.amount })) },
    after: { costs: read },
  });
}
