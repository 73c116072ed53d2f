import type { TaskDue } from "./reading/plan-reading.ts";

/** A time as a task keeps it: a plan may print an open beginning, a task names a day or two. Null: it names no time. */
export function dueToKeep(due: TaskDue): TaskDue | null {
  if (due.kind === "period" && !due.from) return { ...due, kind: "date", date: due.to, to: null };
  return due.kind === "none" || (due.kind === "period" && !due.to) ? null : due;
}
