import { type SQL, sql } from "drizzle-orm";
import { type WorkingCalendar, whyOff } from "#platform/clock/working-days.ts";

/** Days before are not counted one by one: older dossiers are told without working days. */
const YEARS_BACK = 10;

/**
 * Counts working days between two days of a row: behind the first, up to and with the last; null where one of them is
 * too old. Worked out once for every day, so that a hundred thousand rows cost nothing.
 */
export function workingDayCount(calendar: WorkingCalendar, until: string): (from: SQL, to: SQL) => SQL {
  const last = Temporal.PlainDate.from(until).add({ years: 1 });
  const first = last.subtract({ years: YEARS_BACK });
  const sums: number[] = [];
  let sum = 0;
  for (let day = first; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    if (whyOff(calendar, day) === null) sum += 1;
    sums.push(sum);
  }
  const upTo = (day: SQL) =>
    sql`(${`{${sums.join(",")}}`}::int[])[${day}::date - ${first.toString()}::date + 1]`;
  return (from, to) => sql`(${upTo(to)} - ${upTo(from)})`;
}
