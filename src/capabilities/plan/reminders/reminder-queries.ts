import { asc, eq } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { reminderSetting, taskReminder } from "../tables.ts";
import { type ReminderSettings, usualReminders } from "./reminder-step.ts";

/** When the agency reminds; the usual days where nobody has set others. */
export async function remindersOf(q: Queryable, agencyId: string): Promise<ReminderSettings> {
  const [set] = await q.select().from(reminderSetting).where(eq(reminderSetting.agencyId, agencyId));
  if (!set) return usualReminders;
  const { agencyId: _, ...settings } = set;
  return settings;
}

/** What was told of a task, oldest first. */
export async function remindersOfTask(q: Queryable, taskId: string) {
  return q
    .select({
      step: taskReminder.step,
      deadline: taskReminder.deadline,
      at: taskReminder.at,
      people: taskReminder.people,
    })
    .from(taskReminder)
    .where(eq(taskReminder.taskId, taskId))
    .orderBy(asc(taskReminder.at));
}
