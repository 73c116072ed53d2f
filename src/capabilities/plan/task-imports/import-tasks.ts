import { notify } from "#organization";
import { Conflict } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { rememberHeads } from "#platform/sheets/said-heads.ts";
import { beginning } from "#platform/text/beginning.ts";
import type { Work } from "#platform/work/work.ts";
import { planChanged } from "../plan-changed.ts";
import { planForUpdate, tasksOf } from "../plan-queries.ts";
import { planPolicy } from "../policy.ts";
import { taskColumns } from "../save-task.ts";
import { task, taskCoordinatingUnit, taskImport, taskImportLine, taskObligation } from "../tables.ts";
import { taskList } from "./task-list.ts";
import { type SheetToTry, tryTaskSheet } from "./try-task-sheet.ts";
import { type WrittenTask, writtenTask } from "./written-task.ts";

/** Everybody who answers for one of the tasks is told once, however many there are. */
async function tellResponsible(
  work: Work,
  { planId, importId, tasks }: { planId: string; importId: string; tasks: WrittenTask[] },
): Promise<void> {
  const own = Map.groupBy(tasks, ({ responsiblePersonId }) => responsiblePersonId);
  for (const [personId, given] of own) {
    if (!personId || personId === work.actor.personId) continue;
    await notify(work, {
      personIds: [personId],
      cause: `tasks-imported:${importId}:${personId}`,
      kind: "task",
      title:
        given.length === 1
          ? `Bạn được giao nhiệm vụ: ${given[0]!.title}`
          : `Bạn được giao ${given.length} nhiệm vụ, trong đó có: ${beginning(given[0]!.title, 140)}`,
      href: `/workspace/ke-hoach/${planId}?the=nhiem-vu`,
    });
  }
}

/**
 * Adds the tasks of an .xlsx that are not in the plan yet, all in one act; lines with faults are left out, as the
 * trial that was `seen` has said. Gives the import's id and how many there were.
 */
export async function importTasks(
  work: Work,
  { id: planId, fileName, seen, ...sheet }: SheetToTry & { id: string; fileName: string; seen: string },
): Promise<{ importId: string; added: number }> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  const plan = planPolicy.permit(actor, "manage", await planForUpdate(tx, agencyId, planId));
  const trial = await tryTaskSheet(tx, plan, sheet);
  if (trial.seen !== seen)
    throw new Conflict("Kế hoạch, đơn vị hoặc tệp đã thay đổi từ lúc xem thử nên chưa nhập.", {
      advice: "Chưa có gì thay đổi. Bản xem thử đã được đọc lại; hãy xem rồi nhập.",
    });
  const lines = trial.lines.flatMap(({ state, line, task: read }) =>
    state === "new" && read ? [{ line, read, taskId: uuidv7() }] : [],
  );
  if (lines.length === 0) throw new Conflict("Không có nhiệm vụ mới nào để nhập.");

  if (sheet.columns) await rememberHeads(work, "tasks", taskList.words, trial.columns);
  const importId = uuidv7();
  await tx
    .insert(taskImport)
    .values({ id: importId, agencyId, planId, fileName, importedBy: actor.personId, importedAt: at });
  const last = Math.max(-1, ...(await tasksOf(tx, planId, "all")).map(({ position }) => position));
  await tx.insert(task).values(
    lines.map(({ taskId, read }, index) => ({
      id: taskId,
      agencyId,
      planId,
      ...taskColumns(read),
      position: last + 1 + index,
      cameIn: plan.version,
    })),
  );
  const coordinating = lines.flatMap(({ taskId, read }) =>
    read.coordinatingUnitIds.map((unitId) => ({ agencyId, taskId, unitId })),
  );
  if (coordinating.length > 0) await tx.insert(taskCoordinatingUnit).values(coordinating);
  const served = lines.flatMap(({ taskId, read }) =>
    read.obligationIds.map((obligationId) => ({ agencyId, taskId, obligationId })),
  );
  if (served.length > 0) await tx.insert(taskObligation).values(served);
  const written = lines.map(({ line, taskId, read }) => ({ line, taskId, written: writtenTask(read) }));
  await tx.insert(taskImportLine).values(written.map((row) => ({ agencyId, importId, ...row })));
  await work.record({
    act: "import-tasks",
    objectKind: "task-import",
    objectId: importId,
    after: { planId, fileName, tasks: written.map((row) => row.written.title) },
  });
  await tellResponsible(work, { planId, importId, tasks: written.map((row) => row.written) });
  await planChanged(work);
  return { importId, added: lines.length };
}
