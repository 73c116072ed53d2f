import { personNames, unitHistory } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import { today } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { calendarOf } from "./calendar/calendar-queries.ts";
import { clauseMark } from "./clause-mark.ts";
import { deadlineOf } from "./deadline.ts";
import { evidenceBetween } from "./evidence-queries.ts";
import { movedDays } from "./extensions/extension-queries.ts";
import { clausesOf, dueOf, type Plan, type Task, tasksOf, type Which } from "./plan-queries.ts";
import { planPolicy } from "./policy.ts";
import { taskSubject } from "./save-task.ts";
import { dutiesBefore } from "./succession/duties-before.ts";
import { targetsOf } from "./targets/target-queries.ts";
import { reportingYear, taskProgress } from "./task-progress.ts";
import { firstDaysOfVersions } from "./versions/version-days.ts";

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

/** Tasks of a plan as the API answers them: names beside ids, what is missing, progress by evidence, rights. */
export async function presentTasks(
  q: Queryable,
  actor: Actor,
  plan: Plan,
  { day = today().toString(), which = "standing" }: { day?: string; which?: Which } = {},
) {
  const tasks = (await tasksOf(q, plan.id, which)).map((row) => ({ ...row, due: dueOf(row) }));
  const clauses = await clausesOf(q, plan.id, which);
  const days = await firstDaysOfVersions(q, plan.id);
  const markOf = new Map(clauses.map(({ id, path }) => [id, clauseMark(path)]));
  const year = reportingYear(plan.year);
  const evidence = await evidenceBetween(q, actor.agencyId, year);
  const progress = taskProgress({ year: plan.year, tasks, evidence }, day);
  const calendar = await calendarOf(q, actor.agencyId);
  const duties = await dutiesBefore(q, actor.agencyId, plan.id, await unitHistory(q, actor.agencyId));
  const targets = new Map((await targetsOf(q, plan, day)).map((row) => [row.taskId, row]));
  const moved = await movedDays(
    q,
    tasks.map(({ id }) => id),
  );
  const names = await personNames(
    q,
    tasks.flatMap(({ responsiblePersonId, approverPersonId }) =>
      [responsiblePersonId ?? [], approverPersonId ?? []].flat(),
    ),
  );
  return tasks.map((row) => ({
    ...row,
    planTitle: plan.title,
    leadUnitText: row.leadUnitId
      ? duties.leadOf(
          { ...row, leadUnitId: row.leadUnitId },
          { from: year.from, to: day > year.to ? day : year.to },
        )
      : row.leadUnitText,
    fromAppendix: row.appendix !== null,
    clausePath: markOf.get(row.clauseId ?? "") ?? null,
    responsiblePersonName: row.responsiblePersonId && (names.get(row.responsiblePersonId) ?? null),
    approverPersonName: row.approverPersonId && (names.get(row.approverPersonId) ?? null),
    leftOn: days.get(row.leftIn ?? 0) ?? null,
    missing: missingClears(row),
    progress: progress.get(row.id)!,
    deadline:
      row.leftIn === null
        ? deadlineOf({ due: row.due, progress: progress.get(row.id)! }, calendar, day)
        : null,
    target: targets.get(row.id) ?? null,
    extendedFrom: moved.get(row.id)?.extendedFrom ?? null,
    askedDay: moved.get(row.id)?.askedDay ?? null,
    may: planPolicy.may(actor, taskSubject(row)),
  }));
}
