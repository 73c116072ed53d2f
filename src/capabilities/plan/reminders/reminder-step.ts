import type { Deadline } from "../deadline.ts";

/** In the order in which they come: twice before the day, then upwards. */
export const reminderSteps = ["first", "last", "head", "editor", "leadership"] as const;
export type ReminderStep = (typeof reminderSteps)[number];

export const stepWords: Record<ReminderStep, string> = {
  first: "Nhắc lần đầu",
  last: "Nhắc lần cuối trước hạn",
  head: "Báo trưởng đơn vị",
  editor: "Báo biên tập",
  leadership: "Báo lãnh đạo cơ quan",
};

/** Working days before a task's day, and after it. */
export interface ReminderSettings {
  active: boolean;
  firstBefore: number;
  lastBefore: number;
  headAfter: number;
  editorAfter: number;
  leadershipAfter: number;
}

export const usualReminders: ReminderSettings = {
  active: true,
  firstBefore: 5,
  lastBefore: 1,
  headAfter: 1,
  editorAfter: 3,
  leadershipAfter: 7,
};

/** Working days after the last step, from which nobody is told of a period any more. */
const PERIOD_IS_OLD = 5;

/**
 * The newest step that a task has come to; null: none. What is done is not reminded of, nor a period that has been over
 * for long: that it lacked a proof stands in its report.
 */
export function stepOf(
  { light, ofPeriod, workingDays }: Pick<Deadline, "light" | "ofPeriod" | "workingDays">,
  settings: ReminderSettings,
): ReminderStep | null {
  if (!settings.active || light === "done") return null;
  if (light !== "overdue") {
    if (workingDays <= settings.lastBefore) return "last";
    return workingDays <= settings.firstBefore ? "first" : null;
  }
  if (ofPeriod && workingDays > settings.leadershipAfter + PERIOD_IS_OLD) return null;
  if (workingDays >= settings.leadershipAfter) return "leadership";
  if (workingDays >= settings.editorAfter) return "editor";
  return workingDays >= settings.headAfter ? "head" : null;
}
