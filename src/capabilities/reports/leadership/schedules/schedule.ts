import { type PeriodKind, periodContaining, periodsOfYear } from "#platform/clock/reporting-period.ts";
import { VIETNAM } from "#platform/clock/vietnam-time.ts";
import type { IsDayOff } from "#platform/clock/working-days.ts";

export const sentThings = {
  brief: "Bản tóm tắt 2 trang (.pdf đính kèm)",
  report: "Báo cáo kỳ (đường dẫn)",
} as const;
export type SentThing = keyof typeof sentThings;

export const rhythms = { week: "Hằng tuần", month: "Hằng tháng", quarter: "Hằng quý" } as const;
export type Every = keyof typeof rhythms;

export const scheduleStates = { active: "Đang gửi", paused: "Tạm dừng", ended: "Đã kết thúc" } as const;
export type ScheduleState = keyof typeof scheduleStates;

export const weekdays = ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật"] as const;

/** Days that may be chosen: of the week, or of the month; a quarter has closed from the 15th of its last month on. */
export const daysOf = (every: Every): { from: number; to: number } =>
  every === "week" ? { from: 1, to: 7 } : every === "month" ? { from: 1, to: 28 } : { from: 15, to: 28 };

export interface Rhythm {
  every: Every;
  day: number;
  /** In Việt Nam's time. */
  hour: number;
}

/** "Thứ Hai hằng tuần, 7 giờ". */
export function rhythmInWords({ every, day, hour }: Rhythm): string {
  if (every === "week") return `${weekdays[day - 1]} hằng tuần, ${hour} giờ`;
  return `Ngày ${day} ${every === "month" ? "hằng tháng" : "của tháng cuối quý"}, ${hour} giờ`;
}

/** One time at which it is due. */
export interface Slot {
  /** The day that the schedule names, YYYY-MM-DD. */
  day: string;
  /** The day itself, or the next working day where nobody works on it. */
  movedTo: string;
  at: Date;
}

/** A day off is moved past no more days than this. */
const FURTHEST = 30;

function nextWorkingDay(day: Temporal.PlainDate, isOff: IsDayOff): Temporal.PlainDate {
  let moved = day;
  for (let looked = 0; looked < FURTHEST && isOff(moved.toString()); looked += 1)
    moved = moved.add({ days: 1 });
  return moved;
}

/** The days that a schedule names around a day, in order: from two months before to a quarter after. */
function namedDays({ every, day }: Rhythm, around: Temporal.PlainDate): Temporal.PlainDate[] {
  if (every === "week") {
    const monday = around.subtract({ days: around.dayOfWeek - 1 });
    return Array.from({ length: 12 }, (_, n) => monday.add({ weeks: n - 8, days: day - 1 }));
  }
  const first = around.with({ day: 1 });
  return Array.from({ length: 13 }, (_, n) => first.add({ months: n - 7 }).with({ day })).filter(
    ({ month }) => every === "month" || month % 3 === 0,
  );
}

/**
 * When it is due around a moment, in order. A day off is moved to the next working day; where that reaches the next
 * time, the earlier one falls away, so that nobody gets two at once.
 */
export function slotsAround(rhythm: Rhythm, now: Date, isOff: IsDayOff): Slot[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(VIETNAM)
    .toPlainDate();
  const days = namedDays(rhythm, today);
  return days.slice(0, -1).flatMap((day, index): Slot[] => {
    const moved = nextWorkingDay(day, isOff);
    if (Temporal.PlainDate.compare(moved, days[index + 1]!) >= 0) return [];
    const at = moved.toZonedDateTime({ timeZone: VIETNAM, plainTime: { hour: rhythm.hour } });
    return [{ day: day.toString(), movedTo: moved.toString(), at: new Date(at.epochMilliseconds) }];
  });
}

/** The newest time that has come since a moment; of several that were missed only this one. Null: none has come. */
export const dueSlot = (rhythm: Rhythm, since: Date, now: Date, isOff: IsDayOff): Slot | null =>
  slotsAround(rhythm, now, isOff).findLast(({ at }) => since <= at && at <= now) ?? null;

/** The next time that is still to come; null: beyond what is looked at. */
export const nextSlot = (rhythm: Rhythm, now: Date, isOff: IsDayOff): Slot | null =>
  slotsAround(rhythm, now, isOff).find(({ at }) => at > now) ?? null;

/** What is told on a day: each week the month that runs, each month and quarter the one that has closed last. */
export function toldPeriod({ every }: Pick<Rhythm, "every">, day: string): string {
  if (every === "week") return periodContaining(day, "month", "decree").code;
  const kind: PeriodKind = every;
  const year = Number(day.slice(0, 4));
  return [...periodsOfYear(year - 1, kind, "decree"), ...periodsOfYear(year, kind, "decree")].findLast(
    ({ to }) => to < day,
  )!.code;
}
