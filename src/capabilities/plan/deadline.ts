import { formatDate } from "#platform/clock/vietnam-time.ts";
import {
  type WorkingCalendar,
  whyOff,
  workingDayFrom,
  workingDaysAfter,
  yearsWithoutList,
} from "#platform/clock/working-days.ts";
import type { TaskProgress } from "./task-progress.ts";

/** Up to so many working days before it a deadline is near. */
const NEAR = 5;

export const lights = ["done", "overdue", "soon", "ahead"] as const;

/** Until when a task is to be done, on a given day; days are YYYY-MM-DD. */
export interface Deadline {
  /** As it is stated; of work without a day of its own the last day of its running period. */
  day: string;
  /** The same day, or the next working day when nobody works on it. */
  countedTo: string;
  /** Why nobody works on the stated day. */
  dayOff: string | null;
  /** It is the end of the period that the work is measured in. */
  ofPeriod: boolean;
  light: (typeof lights)[number];
  /** Working days that are left, today not counted; when overdue those that have gone by, today counted. */
  workingDays: number;
  /** Years within the count that have no list of days off. */
  withoutList: number[];
}

interface Due {
  kind: string;
  date: string | null;
  to: string | null;
}

/** Null: the task has no day and is measured in no period of its own. */
export function deadlineOf(
  { due, progress }: { due: Due; progress: Pick<TaskProgress, "done" | "period"> },
  calendar: WorkingCalendar,
  today: string,
): Deadline | null {
  const own = due.date ?? due.to;
  const ofPeriod = own === null && (due.kind === "continuous" || due.kind === "recurring");
  const day = own ?? (ofPeriod ? progress.period.to : null);
  if (day === null) return null;
  // The figures of a period are taken on its last day, whatever day of the week that is.
  const countedTo = ofPeriod ? day : workingDayFrom(calendar, day);
  const isOver = countedTo < today;
  const workingDays = isOver
    ? workingDaysAfter(calendar, countedTo, today)
    : workingDaysAfter(calendar, today, countedTo);
  return {
    day,
    countedTo,
    dayOff: whyOff(calendar, day),
    ofPeriod,
    light: progress.done ? "done" : isOver ? "overdue" : workingDays <= NEAR ? "soon" : "ahead",
    workingDays,
    withoutList: yearsWithoutList(calendar, today, countedTo),
  };
}

/** "Còn 3 ngày làm việc", "Quá hạn 2 ngày làm việc", "Kỳ còn 12 ngày làm việc". */
export function deadlineInWords({ light, workingDays, ofPeriod }: Deadline): string {
  if (light === "done") return "Đã có minh chứng";
  if (light === "overdue") {
    if (ofPeriod) return "Kỳ đã hết";
    return workingDays === 0 ? "Vừa quá hạn" : `Quá hạn ${workingDays} ngày làm việc`;
  }
  if (workingDays === 0) return ofPeriod ? "Kỳ sắp hết" : "Đến hạn hôm nay";
  return `${ofPeriod ? "Kỳ còn" : "Còn"} ${workingDays} ngày làm việc`;
}

/** What must be known to read the count right; null: nothing. */
export function deadlineRemark({ day, countedTo, dayOff, withoutList }: Deadline): string | null {
  const remarks = [
    dayOff !== null &&
      countedTo !== day &&
      `Hạn ${formatDate(day)} là ngày nghỉ (${dayOff}), tính đến hết ngày ${formatDate(countedTo)}`,
    withoutList.length > 0 &&
      `Chưa có danh sách ngày nghỉ năm ${withoutList.join(", ")}: mới trừ thứ Bảy, Chủ nhật`,
  ].filter((remark) => remark !== false);
  return remarks.length === 0 ? null : `${remarks.join(". ")}.`;
}
