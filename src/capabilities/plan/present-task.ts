import { personNames } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { periodContaining } from "#platform/clock/reporting-period.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { type PlanChain, planChain } from "./plan-chain.ts";
import { clausesOf, type Plan, type Task, tasksOf } from "./plan-queries.ts";
import { planPolicy } from "./policy.ts";
import { taskSubject } from "./save-task.ts";

/** Which of the six clears are not stated yet. */
function missingClears(task: Task): string[] {
  return [
    task.leadUnitId || task.allUnits ? null : "người (đơn vị chủ trì)",
    task.title ? null : "việc",
    task.approverPersonId ? null : "thẩm quyền (người phê duyệt)",
    task.responsiblePersonId || task.allUnits ? null : "trách nhiệm (người thực hiện)",
    task.dueKind === "none" ? "thời gian" : null,
    task.deliverable ? null : "kết quả (sản phẩm)",
  ].filter((clear) => clear !== null);
}

/** Progress of a task: continuous ones are measured in the running quarter, the others over the whole plan. */
async function progressOf(
  q: Queryable,
  agencyId: string,
  plan: Plan,
): Promise<Map<string, PlanChain["tasks"][number]["progress"]>> {
  const today = toVietnamDate(new Date());
  const year = { from: `${plan.year - 1}-12-15`, to: `${plan.year}-12-31` };
  const quarter = today.year === plan.year ? periodContaining(today, "quarter", "decree") : year;
  const whole = await planChain(q, agencyId, plan.id, year);
  const running = await planChain(q, agencyId, plan.id, quarter);
  return new Map(
    whole.tasks.map((row, index) => [
      row.id,
      row.due.kind === "continuous" || row.due.kind === "recurring"
        ? running.tasks[index]!.progress
        : row.progress,
    ]),
  );
}

/** Tasks of a plan as the API answers them: names beside ids, what is missing, progress by evidence, rights. */
export async function presentTasks(q: Queryable, actor: Actor, plan: Plan) {
  const tasks = await tasksOf(q, plan.id);
  const clauses = await clausesOf(q, plan.id);
  const progress = await progressOf(q, actor.agencyId, plan);
  const names = await personNames(
    q,
    tasks.flatMap(({ responsiblePersonId, approverPersonId }) =>
      [responsiblePersonId ?? [], approverPersonId ?? []].flat(),
    ),
  );
  return tasks.map((row) => ({
    ...row,
    clausePath: clauses.find(({ id }) => id === row.clauseId)?.path ?? null,
    responsiblePersonName: row.responsiblePersonId && (names.get(row.responsiblePersonId) ?? null),
    approverPersonName: row.approverPersonId && (names.get(row.approverPersonId) ?? null),
    due: {
      kind: row.dueKind,
      text: row.dueText,
      date: row.dueDate,
      from: row.dueFrom,
      to: row.dueTo,
      every: row.dueEvery,
    },
    missing: missingClears(row),
    progress: progress.get(row.id) ?? { evidenceCount: 0, done: false },
    may: planPolicy.may(actor, taskSubject(row)),
  }));
}
