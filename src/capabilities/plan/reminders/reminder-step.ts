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

/**
 * The newest step that a task has come to; null: none. Work that is measured in periods has no day of its own and is
 * not reminded of, nor is what is done.
 */
export function stepOf(
  { light, ofPeriod, workingDays }: Pick<Deadline, "light" | "ofPeriod" | "workingDays">,
  settings: ReminderSettings,
): ReminderStep | null {
  if (!settings.active || ofPeriod || light === "done") return null;
  if (light !== "overdue") {
    if (workingDays <= settings.lastBefore) return "last";
    return workingDays <= settings.firstBefore ? "first" : null;
  }
  if (workingDays >= settings.leadershipAfter) return "leadership";
  if (workingDays >= settings.editorAfter) return "editor";
  return workingDays >= settings.headAfter ? "head" : null;
}
