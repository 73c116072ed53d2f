import { isDeepStrictEqual } from "node:util";
import { and, eq, gt, inArray } from "drizzle-orm";
import { unitsOfAgency } from "#organization";
import { Conflict } from "#platform/auth/policy.ts";
import type { Transaction } from "#platform/database/database.ts";
import { beginning } from "#platform/text/beginning.ts";
import type { Work } from "#platform/work/work.ts";
import { demandReason, inNumbers, isStillNamed } from "../correctable.ts";
import { planChanged } from "../plan-changed.ts";
import { dueOf, planForUpdate, type Task, tasksOf } from "../plan-queries.ts";
import { planPolicy } from "../policy.ts";
import {
  difficulty,
  evidenceTask,
  planDistribution,
  task,
  taskExtension,
  taskImport,
  workItemTask,
} from "../tables.ts";
import { linesOfImport, type TaskImport, taskImportForUpdate } from "./task-import-queries.ts";
import { type WrittenTask, writtenTask } from "./written-task.ts";

/** How many rows each task has, by its id. */
async function countsBy(rows: Promise<{ taskId: string | null }[]>): Promise<(id: string) => number> {
  const found = Map.groupBy(await rows, ({ taskId }) => taskId);
  return (id) => found.get(id)?.length ?? 0;
}

/** What has happened to the tasks since they were imported, in words that begin with the task's name. */
async function happenedSince(
  tx: Transaction,
  { agencyId, planId, importedAt }: TaskImport,
  tasks: { row: Task; written: WrittenTask }[],
): Promise<string[]> {
  const ids = tasks.map(({ row }) => row.id);
  const proofs = await countsBy(
    tx.select({ taskId: evidenceTask.taskId }).from(evidenceTask).where(inArray(evidenceTask.taskId, ids)),
  );
  const extensions = await countsBy(
    tx.select({ taskId: taskExtension.taskId }).from(taskExtension).where(inArray(taskExtension.taskId, ids)),
  );
  const difficulties = await countsBy(
    tx.select({ taskId: difficulty.taskId }).from(difficulty).where(inArray(difficulty.taskId, ids)),
  );
  const carriedAlong = await countsBy(
    tx.select({ taskId: workItemTask.taskId }).from(workItemTask).where(inArray(workItemTask.taskId, ids)),
  );
  const acknowledged = await tx
    .select({ unitId: planDistribution.unitId })
    .from(planDistribution)
    .where(and(eq(planDistribution.planId, planId), gt(planDistribution.acknowledgedAt, importedAt)));
  const units = await unitsOfAgency(tx, agencyId, { closed: true });
  return tasks.flatMap(({ row, written }) => {
    const own = (unitId: string) =>
      row.allUnits || row.leadUnitId === unitId || row.coordinatingUnitIds.includes(unitId);
    const knowing = units.filter(({ id }) => own(id) && acknowledged.some(({ unitId }) => unitId === id));
    const hung = inNumbers([
      [proofs(row.id), "minh chứng (kể cả đã thu hồi)"],
      [extensions(row.id), "đề nghị gia hạn"],
      [difficulties(row.id), "khó khăn, vướng mắc đã nêu"],
      [carriedAlong(row.id), "hoạt động lồng ghép của đơn vị"],
    ]);
    const words = [
      hung ? `có ${hung}` : null,
      row.leftIn !== null ? `đã thôi ở kế hoạch từ bản ${row.leftIn}` : null,
      isDeepStrictEqual(writtenTask({ ...row, due: dueOf(row) }), written)
        ? null
        : "đã được sửa hoặc giao lại",
      knowing.length > 0 ? `${knowing.map(({ name }) => name).join(", ")} đã xác nhận nhận kế hoạch` : null,
    ].filter((word) => word !== null);
    return words.length > 0 ? [`“${beginning(row.title, 90)}”: ${words.join("; ")}`] : [];
  });
}

const refuse = (reasons: string[], of: number): never => {
  const shown = reasons.slice(0, 5);
  const more = reasons.length - shown.length;
  throw new Conflict(
    `Không lấy lại được lần nhập này vì ${reasons.length} trong ${of} nhiệm vụ đã có việc gắn vào: ${shown.join(". ")}${more > 0 ? `; và ${more} nhiệm vụ khác` : ""}.`,
    { advice: "Chưa có gì thay đổi. Hãy bỏ riêng từng nhiệm vụ thừa ở trang của nhiệm vụ ấy." },
  );
};

/** Takes out what nobody else names. Gives the titles of tasks that texts are linked to. */
async function stillNamed(tx: Transaction, tasks: { row: Task }[]): Promise<string[]> {
  const ids = tasks.map(({ row }) => row.id);
  const remove = (some: string[]) =>
    tx.transaction((inner) => inner.delete(task).where(inArray(task.id, some)));
  try {
    await remove(ids);
    return [];
  } catch (error) {
    if (!isStillNamed(error)) throw error;
  }
  const named: string[] = [];
  for (const { row } of tasks) {
    try {
      await remove([row.id]);
    } catch (error) {
      if (!isStillNamed(error)) throw error;
      named.push(`“${beginning(row.title, 90)}”: còn tin, bài, đề xuất hoặc tồn tại gắn vào`);
    }
  }
  return named;
}

/**
 * Takes an import back whole: every task of it that is still there goes, or none does, where one has proofs, requests
 * or difficulties, was changed, or a unit of it has acknowledged the plan since. Gives the plan's id.
 */
export async function undoTaskImport(
  work: Work,
  { id, reason }: { id: string; reason: string | null },
): Promise<string> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  planPolicy.permit(actor, "manage", { agencyId });
  const made = await taskImportForUpdate(tx, agencyId, id);
  if (made.undoneAt) throw new Conflict("Lần nhập này đã được lấy lại rồi.");
  demandReason(await planForUpdate(tx, agencyId, made.planId), reason);
  const rows = new Map((await tasksOf(tx, made.planId, "all")).map((row) => [row.id, row]));
  const tasks = (await linesOfImport(tx, id)).flatMap(({ taskId, written }) => {
    const row = rows.get(taskId);
    return row ? [{ row, written }] : [];
  });
  if (tasks.length > 0) {
    const happened = await happenedSince(tx, made, tasks);
    if (happened.length > 0) refuse(happened, tasks.length);
    const named = await stillNamed(tx, tasks);
    if (named.length > 0) refuse(named, tasks.length);
  }
  await tx.update(taskImport).set({ undoneBy: actor.personId, undoneAt: at }).where(eq(taskImport.id, id));
  await work.record({
    act: "undo-task-import",
    objectKind: "task-import",
    objectId: id,
    before: { planId: made.planId, fileName: made.fileName, tasks: tasks.map(({ row }) => row.title) },
    reason,
  });
  await planChanged(work);
  return made.planId;
}
