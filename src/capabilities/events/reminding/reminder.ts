import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { EventRule } from "../settings/event-rule.ts";

export type Reminder = "soon" | "unrecorded";
interface Times {
  startsAt: Date;
  endsAt: Date;
}

/** YYYY-MM-DD in Việt Nam. */
export const startDayOf = ({ startsAt }: Pick<Times, "startsAt">): string =>
  toVietnamDate(startsAt).toString();
export const endDayOf = ({ endsAt }: Pick<Times, "endsAt">): string => toVietnamDate(endsAt).toString();

/** What those who hold an event that was announced and is not recorded are reminded of on this day; null: of nothing. */
export function reminderOf(
  { startsAt, endsAt }: Times,
  { beforeDays, afterDays }: Pick<EventRule, "beforeDays" | "afterDays">,
  now: Date,
): Reminder | null {
  const today = toVietnamDate(now);
  const daysTo = (at: Date) => today.until(toVietnamDate(at), { largestUnit: "days" }).days;
  if (now < startsAt) return daysTo(startsAt) <= beforeDays ? "soon" : null;
  return now > endsAt && -daysTo(endsAt) >= afterDays ? "unrecorded" : null;
}
