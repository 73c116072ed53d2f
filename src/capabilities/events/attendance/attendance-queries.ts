import { and, eq, isNull, sql } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { eventCheckIn, eventRegistration } from "../tables.ts";

export type Registration = typeof eventRegistration.$inferSelect;

const sumOf = sql<number>`coalesce(sum(people), 0)::int`;

/** How many people have said that they come, and how many were checked in. */
export async function attendanceOf(
  q: Queryable,
  eventId: string,
): Promise<{ registered: number; checkedIn: number }> {
  const [registered] = await q
    .select({ n: sumOf })
    .from(eventRegistration)
    .where(and(eq(eventRegistration.eventId, eventId), isNull(eventRegistration.cancelledAt)));
  const [checkedIn] = await q
    .select({ n: sumOf })
    .from(eventCheckIn)
    .where(eq(eventCheckIn.eventId, eventId));
  return { registered: registered!.n, checkedIn: checkedIn!.n };
}

/** By the code on the invitation; null: there is none at this event. */
export async function registrationByCode(
  q: Queryable,
  eventId: string,
  code: string,
): Promise<Registration | null> {
  const [found] = await q
    .select()
    .from(eventRegistration)
    .where(and(eq(eventRegistration.eventId, eventId), eq(eventRegistration.code, code)));
  return found ?? null;
}
