import type { Queryable } from "#platform/database/database.ts";
import { calendarOf } from "./calendar/calendar-queries.ts";
import { type Deadline, deadlineOf } from "./deadline.ts";
import { evidenceBetween } from "./evidence-queries.ts";
import { dueOf, type Plan, type Task, tasksOf } from "./plan-queries.ts";
import { reportingYear, taskProgress } from "./task-progress.ts";

/** The tasks of a plan that have a day, with what is left of it on a day (YYYY-MM-DD). */
export async function taskDeadlines(
  q: Queryable,
  plan: Plan,
  day: string,
): Promise<{ task: Task; deadline: Deadline }[]> {
  const tasks = (await tasksOf(q, plan.id)).map((row) => ({ ...row, due: dueOf(row) }));
  const evidence = await evidenceBetween(q, plan.agencyId, reportingYear(plan.year));
  const progress = taskProgress({ year: plan.year, tasks, evidence }, day);
  const calendar = await calendarOf(q, plan.agencyId);
  return tasks.flatMap((task) => {
    const deadline = deadlineOf({ due: task.due, progress: progress.get(task.id)! }, calendar, day);
    return deadline ? [{ task, deadline }] : [];
  });
}
