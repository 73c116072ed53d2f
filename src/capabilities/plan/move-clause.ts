import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { clauseForUpdate, siblingsOf, writeOrder } from "./clause-order.ts";
import { demandReason } from "./correctable.ts";
import { planChanged } from "./plan-changed.ts";

/** Moves a clause with all in it before or behind its neighbour of the same level. Gives the plan's id. */
export async function moveClause(
  work: Work,
  { id, to, reason }: { id: string; to: "up" | "down"; reason: string | null },
): Promise<string> {
  const { plan, clause, clauses } = await clauseForUpdate(work, id);
  demandReason(plan, reason);
  const siblings = siblingsOf(clauses, clause.parentId);
  const at = siblings.findIndex((row) => row.id === id);
  const other = siblings[to === "up" ? at - 1 : at + 1];
  if (!other) throw new Conflict(`Mục này đã đứng ${to === "up" ? "đầu" : "cuối"} trong các mục cùng cấp.`);
  const swapped = siblings.map((row) => (row.id === id ? other : row.id === other.id ? clause : row));
  await writeOrder(work, clauses, clause.parentId, swapped);
  const order = (rows: typeof siblings) => rows.map(({ path }) => path).join(", ");
  await work.record({
    act: "move-clause",
    objectKind: "plan-clause",
    objectId: id,
    before: { path: clause.path, order: order(siblings) },
    after: { path: clause.path, order: order(swapped) },
    reason,
  });
  await planChanged(work);
  return plan.id;
}
