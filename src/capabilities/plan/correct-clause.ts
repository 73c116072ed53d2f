import { eq } from "drizzle-orm";
import type { Work } from "#platform/work/work.ts";
import { clauseForUpdate } from "./clause-order.ts";
import { demandReason } from "./correctable.ts";
import { planChanged } from "./plan-changed.ts";
import { planClause } from "./tables.ts";

/** Changes the heading and the text of a clause of a confirmed plan; its number and its codes stay. Gives the plan's id. */
export async function correctClause(
  work: Work,
  { id, title, text, reason }: { id: string; title: string | null; text: string; reason: string | null },
): Promise<string> {
  const { plan, clause } = await clauseForUpdate(work, id);
  demandReason(plan, reason);
  await work.tx.update(planClause).set({ title, text }).where(eq(planClause.id, id));
  await work.record({
    act: "correct-clause",
    objectKind: "plan-clause",
    objectId: id,
    before: { path: clause.path, title: clause.title, text: clause.text },
    after: { path: clause.path, title, text },
    reason,
  });
  await planChanged(work);
  return plan.id;
}
