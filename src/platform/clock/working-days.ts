/** What a list of days off says; days are YYYY-MM-DD. Saturdays and Sundays are off unless they are worked. */
export interface WorkingCalendar {
  /** Days off with their names. */
  off: ReadonlyMap<string, string>;
  /** Saturdays and Sundays that are worked, with their names. */
  worked: ReadonlyMap<string, string>;
  /** Years that somebody has given a list for; of the others only the weekends are known. */
  years: ReadonlySet<number>;
}

/** Whether nobody of an agency works on a day (YYYY-MM-DD). */
export type IsDayOff = (day: string) => boolean;

type Day = Temporal.PlainDate | string;

const SATURDAY = 6;
const SUNDAY = 7;
const plain = (day: Day): Temporal.PlainDate => Temporal.PlainDate.from(day);
const isWeekend = ({ dayOfWeek }: Temporal.PlainDate): boolean => dayOfWeek >= SATURDAY;

/** Why nobody works on the day, in Vietnamese ("Chủ nhật", "Giỗ Tổ Hùng Vương"); null: it is a working day. */
export function whyOff({ off, worked }: WorkingCalendar, day: Day): string | null {
  const date = plain(day);
  const iso = date.toString();
  if (worked.has(iso)) return null;
  return off.get(iso) ?? (isWeekend(date) ? (date.dayOfWeek === SUNDAY ? "Chủ nhật" : "thứ Bảy") : null);
}

/** The day itself when it is worked, else the first working day behind it (YYYY-MM-DD). */
export function workingDayFrom(calendar: WorkingCalendar, day: Day): string {
  let date = plain(day);
  while (whyOff(calendar, date) !== null) date = date.add({ days: 1 });
  return date.toString();
}

/** How many working days there are after `from` up to and with `to`; 0 when `to` is not later. */
export function workingDaysAfter({ off, worked }: WorkingCalendar, from: Day, to: Day): number {
  const [first, last] = [plain(from), plain(to)];
  const { days } = first.until(last, { largestUnit: "days" });
  if (days <= 0) return 0;
  const rest = Array.from({ length: days % 7 }, (_, index) => last.subtract({ days: index }));
  const between = (day: string) => first.toString() < day && day <= last.toString();
  return (
    Math.floor(days / 7) * 5 +
    rest.filter((day) => !isWeekend(day)).length -
    [...off.keys()].filter((day) => between(day) && !isWeekend(plain(day))).length +
    [...worked.keys()].filter(between).length
  );
}

/** Years from one day to another, in either order, that nobody has given a list for. */
export function yearsWithoutList({ years }: WorkingCalendar, one: Day, other: Day): number[] {
  const [first, last] = [plain(one).year, plain(other).year].toSorted((a, b) => a - b) as [number, number];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(
    (year) => !years.has(year),
  );
}
