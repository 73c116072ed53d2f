import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { notify, unitsOfAgency } from "#organization";
import { Unacceptable } from "#platform/auth/policy.ts";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { demandStanding } from "./correctable.ts";
import type { taskFields } from "./fields.ts";
import { planChanged } from "./plan-changed.ts";
import { clausesOf, dueOf, obligationsOf, type Plan, planOf, type Task, taskOf } from "./plan-queries.ts";
import { planPolicy } from "./policy.ts";
import { task, taskCoordinatingUnit, taskObligation } from "./tables.ts";

export type TaskFields = z.output<typeof taskFields>;

/** The days that a task names, outside the plan's year; reports of January look back on it, so people may insist. */
function dayOutside({ due: { date, from, to } }: Pick<TaskFields, "due">, year: number): string | null {
  return (
    [date, from, to].find((day) => day !== null && (day < `${year}-01-01` || day > `${year}-12-31`)) ?? null
  );
}

/** Every link must lie in the same plan and agency; a screen that is out of date is told which field. */
async function checkLinks(
  { tx, actor }: Work,
  { id: planId, year }: Pick<Plan, "id" | "year">,
  fields: TaskFields,
  outsideYear: boolean,
): Promise<void> {
  const fail = (field: string, message: string) => {
    throw new Unacceptable(message, [{ field, message }]);
  };
  const units = await unitsOfAgency(tx, actor.agencyId);
  if (fields.allUnits && fields.leadUnitId)
    fail("leadUnitId", "Đã chọn mọi đơn vị thì không chọn thêm một đơn vị chủ trì.");
  for (const unitId of [fields.leadUnitId, ...fields.coordinatingUnitIds]) {
    if (unitId && !units.some(({ id }) => id === unitId))
      fail("leadUnitId", "Đơn vị này không còn trong danh sách.");
  }
  if (fields.clauseId && !(await clausesOf(tx, planId)).some(({ id }) => id === fields.clauseId)) {
    fail("clauseId", "Mục này không thuộc kế hoạch.");
  }
  const obligations = await obligationsOf(tx, planId);
  if (!fields.obligationIds.every((id) => obligations.some((row) => row.id === id))) {
    fail("obligationIds", "Có nghĩa vụ không thuộc kế hoạch.");
  }
  const { kind, date, from, to, every } = fields.due;
  if (kind === "date" && !date) fail("due", "Hãy chọn ngày hoàn thành.");
  if (kind === "period" && (!from || !to || from > to))
    fail("due", "Hãy chọn ngày đầu và ngày cuối, ngày đầu không sau ngày cuối.");
  const outside = dayOutside(fields, year);
  if (outside && !outsideYear)
    fail(
      "due",
      `Ngày ${formatDate(outside)} nằm ngoài năm ${year} của kế hoạch; hãy xem lại, hoặc đánh dấu “Đúng là ngoài năm của kế hoạch”.`,
    );
  if (kind === "recurring" && !every) fail("due", "Hãy chọn bao lâu lặp lại một lần.");
}

/** The columns of a task's own row. */
export const taskColumns = ({
  due,
  obligationIds: _,
  coordinatingUnitIds: __,
  outsideYear: ___,
  ...rest
}: TaskFields) => ({
  ...rest,
  dueKind: due.kind,
  dueText: due.text,
  dueDate: due.date,
  dueFrom: due.from,
  dueTo: due.to,
  dueEvery: due.every,
});

async function writeLinks({ tx, actor }: Work, taskId: string, fields: TaskFields): Promise<void> {
  const { agencyId } = actor;
  await tx.delete(taskObligation).where(eq(taskObligation.taskId, taskId));
  await tx.delete(taskCoordinatingUnit).where(eq(taskCoordinatingUnit.taskId, taskId));
  if (fields.obligationIds.length > 0) {
    const rows = [...new Set(fields.obligationIds)].map((obligationId) => ({
      agencyId,
      taskId,
      obligationId,
    }));
    await tx.insert(taskObligation).values(rows);
  }
  if (fields.coordinatingUnitIds.length > 0) {
    const rows = [...new Set(fields.coordinatingUnitIds)].map((unitId) => ({ agencyId, taskId, unitId }));
    await tx.insert(taskCoordinatingUnit).values(rows);
  }
}

async function tellResponsible(
  work: Work,
  taskId: string,
  { responsiblePersonId, title }: TaskFields,
): Promise<void> {
  if (!responsiblePersonId || responsiblePersonId === work.actor.personId) return;
  await notify(work, {
    personIds: [responsiblePersonId],
    cause: `task-assigned:${taskId}:${responsiblePersonId}`,
    kind: "task",
    title: `Bạn được giao nhiệm vụ: ${title}`,
    href: `/workspace/nhiem-vu/${taskId}`,
  });
}

/** Adds a task to a plan. */
export async function addTask(
  work: Work,
  { id: planId, ...fields }: TaskFields & { id: string },
): Promise<Task> {
  const { tx, actor } = work;
  const plan = planPolicy.permit(actor, "manage", await planOf(tx, actor.agencyId, planId));
  await checkLinks(work, plan, fields, fields.outsideYear ?? false);
  const id = uuidv7();
  await tx.insert(task).values({
    id,
    agencyId: actor.agencyId,
    planId,
    ...taskColumns(fields),
    cameIn: plan.version,
    position: sql`(select coalesce(max(position), -1) + 1 from task where plan_id = ${planId})` as never,
  });
  await writeLinks(work, id, fields);
  await work.record({ act: "add-task", objectKind: "task", objectId: id, after: fields });
  await tellResponsible(work, id, fields);
  await planChanged(work);
  return taskOf(tx, actor.agencyId, id);
}

/** States the six clears of a task: who, what, by whose authority, with whom, by when, with what result. */
export async function assignTask(work: Work, { id, ...fields }: TaskFields & { id: string }): Promise<Task> {
  const { tx, actor } = work;
  await tx
    .select({ id: task.id })
    .from(task)
    .where(and(eq(task.agencyId, actor.agencyId), eq(task.id, id)))
    .for("update");
  const before = await taskOf(tx, actor.agencyId, id);
  planPolicy.permit(actor, "assign", taskSubject(before));
  demandStanding(before, "Nhiệm vụ");
  const plan = await planOf(tx, actor.agencyId, before.planId);
  const asBefore = dayOutside({ due: dueOf(before) }, plan.year) === dayOutside(fields, plan.year);
  await checkLinks(work, plan, fields, fields.outsideYear ?? asBefore);
  await tx.update(task).set(taskColumns(fields)).where(eq(task.id, id));
  await writeLinks(work, id, fields);
  await work.record({ act: "assign-task", objectKind: "task", objectId: id, before, after: fields });
  await tellResponsible(work, id, fields);
  await planChanged(work);
  return taskOf(tx, actor.agencyId, id);
}

/** What the policy looks at: the units that answer for the task; nobody in particular counts as the editors'. */
export const taskSubject = (row: Task) => ({
  agencyId: row.agencyId,
  unitIds: row.allUnits ? null : [...(row.leadUnitId ? [row.leadUnitId] : []), ...row.coordinatingUnitIds],
});
