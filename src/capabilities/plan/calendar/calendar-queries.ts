import { and, asc, eq, gte, lte } from "drizzle-orm";
import type { WorkingCalendar } from "#platform/clock/working-days.ts";
import type { Queryable } from "#platform/database/database.ts";
import { calendarDay } from "../tables.ts";

export type CalendarDay = typeof calendarDay.$inferSelect;

/** The days of a year that the agency has listed, in their order. */
export async function daysOfYear(q: Queryable, agencyId: string, year: number): Promise<CalendarDay[]> {
  return q
    .select()
    .from(calendarDay)
    .where(
      and(
        eq(calendarDay.agencyId, agencyId),
        gte(calendarDay.day, `${year}-01-01`),
        lte(calendarDay.day, `${year}-12-31`),
      ),
    )
    .orderBy(asc(calendarDay.day));
}

/** What working days of the agency are counted by. */
export async function calendarOf(q: Queryable, agencyId: string): Promise<WorkingCalendar> {
  const days = await q.select().from(calendarDay).where(eq(calendarDay.agencyId, agencyId));
  const named = (wanted: CalendarDay["kind"]) =>
    new Map(days.flatMap(({ day, kind, name }) => (kind === wanted ? [[day, name] as const] : [])));
  return {
    off: named("off"),
    worked: named("worked"),
    years: new Set(days.map(({ day }) => Number(day.slice(0, 4)))),
  };
}
