import { formatDate } from "#platform/clock/vietnam-time.ts";
import type { api } from "../api.ts";

export type Calendar = Awaited<ReturnType<typeof api.plan.getCalendar.call>>;
export type CalendarDayView = Calendar["days"][number];

const weekdays = ["Chủ nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"];
/** "Thứ Hai, 27/04/2026". */
export const dayWithWeekday = (day: string): string =>
  `${weekdays[Temporal.PlainDate.from(day).dayOfWeek % 7]}, ${formatDate(day)}`;
