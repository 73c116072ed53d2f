import type { Queryable } from "#platform/database/database.ts";
import { calendarOf } from "./calendar/calendar-queries.ts";
import { type Deadline, deadlineOf } from "./deadline.ts";
import { evidenceBetween } from "./evidence-queries.ts";
import { dueOf, type Plan, type Task, tasksOf } from "./plan-queries.ts";
import { type MeasuringPeriod, reportingYear, taskProgress } from "./task-progress.ts";

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

const dayBefore = (day: string): string => Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();

/**
 * Work without a day of its own, that goes on or recurs: each task in its running period and in the one before it,
 * due on the period's last day and done when it has a proof in that period.
 */
export async function periodDeadlines(
  q: Queryable,
  plan: Plan,
  day: string,
): Promise<{ task: Task; deadline: Deadline; period: MeasuringPeriod }[]> {
  const tasks = (await tasksOf(q, plan.id))
    .map((row) => ({ ...row, due: dueOf(row) }))
    .filter(
      ({ due }) => (due.kind === "continuous" || due.kind === "recurring") && (due.date ?? due.to) === null,
    );
  if (tasks.length === 0) return [];
  const year = reportingYear(plan.year);
  const evidence = await evidenceBetween(q, plan.agencyId, year);
  const calendar = await calendarOf(q, plan.agencyId);
  const on = (some: typeof tasks, when: string) => {
    const progress = taskProgress({ year: plan.year, tasks: some, evidence }, when);
    return some.flatMap((task) => {
      const own = progress.get(task.id)!;
      const deadline = deadlineOf({ due: task.due, progress: own }, calendar, day);
      return deadline ? [{ task, deadline, period: own.period }] : [];
    });
  };
  const running = on(tasks, day);
  const earlier = running.filter(({ period }) => period.from > year.from);
  const before = [...Map.groupBy(earlier, ({ period }) => period.from)].flatMap(([from, rows]) =>
    on(
      rows.map(({ task }) => task as (typeof tasks)[number]),
      dayBefore(from),
    ),
  );
  return [...before, ...running];
}
