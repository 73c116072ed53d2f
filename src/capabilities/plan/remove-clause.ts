import { eq } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { clauseForUpdate, siblingsOf } from "./clause-order.ts";
import { demandReason, inNumbers, takeOut } from "./correctable.ts";
import { planChanged } from "./plan-changed.ts";
import {
  difficulty,
  evidenceClause,
  guidance,
  obligation,
  planClause,
  proposal,
  task,
  workItemClause,
} from "./tables.ts";

/** Takes a clause out of a confirmed plan on which nothing hangs. Gives the plan's id. */
export async function removeClause(
  work: Work,
  { id, reason }: { id: string; reason: string | null },
): Promise<string> {
  const { tx } = work;
  const { plan, clause, clauses } = await clauseForUpdate(work, id);
  demandReason(plan, reason);
  const hanging = inNumbers([
    [siblingsOf(clauses, id).length, "mục con"],
    [await tx.$count(obligation, eq(obligation.clauseId, id)), "nghĩa vụ"],
    [await tx.$count(task, eq(task.clauseId, id)), "nhiệm vụ"],
    [await tx.$count(evidenceClause, eq(evidenceClause.clauseId, id)), "minh chứng"],
    [await tx.$count(difficulty, eq(difficulty.clauseId, id)), "khó khăn, vướng mắc đã nêu"],
    [await tx.$count(proposal, eq(proposal.clauseId, id)), "đề xuất giải pháp"],
    [await tx.$count(guidance, eq(guidance.clauseId, id)), "hướng dẫn đã gửi đơn vị"],
    [await tx.$count(workItemClause, eq(workItemClause.clauseId, id)), "hoạt động lồng ghép của đơn vị"],
  ]);
  if (hanging)
    throw new Conflict(`Mục này còn ${hanging} nên chưa bỏ được.`, {
      advice: "Chưa có gì thay đổi. Hãy chuyển hoặc bỏ những phần đó trước.",
    });
  if (clauses.length === 1) throw new Conflict("Kế hoạch phải còn ít nhất một mục.");
  await takeOut(tx.delete(planClause).where(eq(planClause.id, id)), "mục");
  const { path, label, title, text } = clause;
  await work.record({
    act: "remove-clause",
    objectKind: "plan-clause",
    objectId: id,
    before: { planId: plan.id, path, label, title, text },
    reason,
  });
  await planChanged(work);
  return plan.id;
}
