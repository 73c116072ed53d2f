import type { IsDayOff } from "#platform/clock/working-days.ts";

/** A calendar that says that nobody ever works is a slip; counted is no further. */
const FURTHEST_DAYS = 1000;

/** The last working day on which it is still in time: so many after the day. */
export function workingDaysOn(from: string, days: number, isOff: IsDayOff): string {
  let day = Temporal.PlainDate.from(from);
  let left = days;
  for (let looked = 0; left > 0 && looked < FURTHEST_DAYS; looked += 1) {
    day = day.add({ days: 1 });
    if (!isOff(day.toString())) left -= 1;
  }
  return day.toString();
}

/** How many working days lie after `from` up to and with `to`: by so many a clock moves on that stood meanwhile. */
export function workingDaysBetween(from: string, to: string, isOff: IsDayOff): number {
  let day = Temporal.PlainDate.from(from);
  let count = 0;
  for (let looked = 0; day.toString() < to && looked < FURTHEST_DAYS; looked += 1) {
    day = day.add({ days: 1 });
    if (!isOff(day.toString())) count += 1;
  }
  return count;
}
