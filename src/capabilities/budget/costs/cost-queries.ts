import { and, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { communicationInPeriod } from "#channels";
import { contentInPeriod } from "#newsroom";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { exact } from "../money.ts";
import { budgetPolicy } from "../policy.ts";
import { budgetCost, budgetExpense, royalty } from "../tables.ts";
import { costByKind, perOne } from "./unit-cost.ts";

/** What products have cost: what was told of confirmed expenses, and royalties that are paid. A product of which nothing was told has none. */
async function costsOf(q: Queryable, agencyId: string, itemIds: string[]): Promise<Map<string, number>> {
  const told = await q
    .select({ itemId: budgetCost.itemId, amount: sql<string>`sum(${budgetCost.amount})` })
    .from(budgetCost)
    .innerJoin(budgetExpense, eq(budgetExpense.id, budgetCost.expenseId))
    .where(
      and(
        eq(budgetCost.agencyId, agencyId),
        inArray(budgetCost.itemId, itemIds),
        inArray(budgetExpense.state, ["confirmed", "earlier"]),
      ),
    )
    .groupBy(budgetCost.itemId);
  const paid = await q
    .select({
      itemId: royalty.itemId,
      amount: sql<string>`sum(${budgetExpense.amount} - ${budgetExpense.takenBack})`,
    })
    .from(budgetExpense)
    .innerJoin(royalty, eq(royalty.id, budgetExpense.royaltyId))
    .where(
      and(
        eq(royalty.agencyId, agencyId),
        inArray(royalty.itemId, itemIds),
        isNotNull(budgetExpense.royaltyId),
        isNull(budgetExpense.reversesId),
        inArray(budgetExpense.state, ["confirmed", "earlier"]),
      ),
    )
    .groupBy(royalty.itemId);
  const sums = new Map<string, number>();
  for (const { itemId, amount } of [...told, ...paid])
    if (exact(amount) > 0) sums.set(itemId, exact((sums.get(itemId) ?? 0) + exact(amount)));
  return sums;
}

const products = async (q: Queryable, agencyId: string, span: { from: string; to: string }) => {
  const items = await contentInPeriod(q, agencyId, span);
  const costs = await costsOf(
    q,
    agencyId,
    items.map(({ id }) => id),
  );
  return items.map(({ id, title, kind, kindLabel }) => ({
    ...{ itemId: id, title, kind, kindLabel, cost: costs.get(id) ?? null },
  }));
};

const yearBefore = (day: string): string => Temporal.PlainDate.from(day).subtract({ years: 1 }).toString();

/**
 * What the products published between two days have cost, how many people each channel says they reached, and what one
 * of a kind cost a year before. Numbers of channels are never added up: the whole cost stands beside each of them.
 */
export async function presentCosts(q: Queryable, actor: Actor, span: { from: string; to: string }) {
  const { agencyId } = actor;
  budgetPolicy.permit(actor, "read", { agencyId });
  const now = await products(q, agencyId, span);
  const before = costByKind(
    await products(q, agencyId, { from: yearBefore(span.from), to: yearBefore(span.to) }),
  );
  const { placed } = await communicationInPeriod(q, agencyId, span);
  const byItem = Map.groupBy(placed, ({ itemId }) => itemId);
  return {
    kinds: costByKind(now).map((one) => ({
      ...one,
      before: before.find(({ kind }) => kind === one.kind)?.unitCost ?? null,
    })),
    products: now.map((one) => ({
      ...one,
      reach: (byItem.get(one.itemId) ?? []).map(({ networkLabel, accountName, figures }) => {
        const reach = figures.find(({ metric }) => metric === "reach") ?? null;
        return {
          ...{ channel: `${networkLabel}: ${accountName}`, people: reach?.value ?? null },
          takenAt: reach?.takenAt ?? null,
          isStale: reach?.isStale ?? false,
          costOfOne: one.cost === null || reach === null ? null : perOne(one.cost, reach.value),
        };
      }),
    })),
  };
}

/** Which products an expense was told to be for. @throws NotFound */
export async function expenseCosts(q: Queryable, actor: Actor, id: string) {
  const { agencyId } = actor;
  budgetPolicy.permit(actor, "read", { agencyId });
  const [found] = await q
    .select({ id: budgetExpense.id })
    .from(budgetExpense)
    .where(and(eq(budgetExpense.agencyId, agencyId), eq(budgetExpense.id, id)));
  if (!found) throw new NotFound("Không có khoản chi này trong cơ quan.");
  return {
    costs: await q
      .select({ itemId: budgetCost.itemId, amount: budgetCost.amount })
      .from(budgetCost)
      .where(eq(budgetCost.expenseId, id)),
  };
}
