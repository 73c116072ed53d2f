import { and, eq, or } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { demandReason, demandStanding, inNumbers, takeOut } from "./correctable.ts";
import { planChanged } from "./plan-changed.ts";
import { planForUpdate, taskOf } from "./plan-queries.ts";
import { planPolicy } from "./policy.ts";
import {
  difficulty,
  evidenceTask,
  proposal,
  shortcoming,
  task,
  taskExtension,
  workItemTask,
} from "./tables.ts";

/** Takes a task out of its plan on which no proof hangs, not even a withdrawn one. Gives the plan's id. */
export async function removeTask(
  work: Work,
  { id, reason }: { id: string; reason: string | null },
): Promise<string> {
  const { tx, actor } = work;
  planPolicy.permit(actor, "manage", { agencyId: actor.agencyId });
  await tx
    .select({ id: task.id })
    .from(task)
    .where(and(eq(task.agencyId, actor.agencyId), eq(task.id, id)))
    .for("update");
  const before = await taskOf(tx, actor.agencyId, id);
  demandStanding(before, "Nhiệm vụ");
  demandReason(await planForUpdate(tx, actor.agencyId, before.planId), reason);
  const proofs = await tx.$count(evidenceTask, eq(evidenceTask.taskId, id));
  if (proofs > 0)
    throw new Conflict(
      `Nhiệm vụ này có ${proofs} minh chứng (kể cả đã thu hồi) nên không bỏ được, để báo cáo còn kiểm chứng được.`,
      { advice: "Chưa có gì thay đổi. Có thể giao lại, sửa nội dung hoặc thời hạn của nhiệm vụ." },
    );
  const told = inNumbers([
    [await tx.$count(taskExtension, eq(taskExtension.taskId, id)), "đề nghị gia hạn"],
    [await tx.$count(difficulty, eq(difficulty.taskId, id)), "khó khăn, vướng mắc đã nêu"],
    [
      await tx.$count(proposal, or(eq(proposal.taskId, id), eq(proposal.followedTaskId, id))),
      "đề xuất giải pháp",
    ],
    [
      await tx.$count(shortcoming, or(eq(shortcoming.taskId, id), eq(shortcoming.fixTaskId, id))),
      "tồn tại, hạn chế đã ghi",
    ],
    [await tx.$count(workItemTask, eq(workItemTask.taskId, id)), "hoạt động lồng ghép của đơn vị"],
  ]);
  if (told)
    throw new Conflict(`Nhiệm vụ này có ${told} nên không bỏ được, để còn biết ai đã quyết định gì.`, {
      advice: "Chưa có gì thay đổi. Có thể giao lại, sửa nội dung của nhiệm vụ.",
    });
  await takeOut(tx.delete(task).where(eq(task.id, id)), "nhiệm vụ");
  await work.record({ act: "remove-task", objectKind: "task", objectId: id, before, reason });
  await planChanged(work);
  return before.planId;
}
