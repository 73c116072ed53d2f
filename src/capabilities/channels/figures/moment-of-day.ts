import { startOfDay, toVietnamDate } from "#platform/clock/vietnam-time.ts";

/** The last moment of a day that is over; of today this very moment. */
export function momentOfDay(day: string, at: Date): Date {
  if (day === toVietnamDate(at).toString()) return at;
  const next = Temporal.PlainDate.from(day).add({ days: 1 }).toString();
  return new Date(startOfDay(next).getTime() - 1000);
}
