import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { IsDayOff } from "#platform/clock/working-days.ts";
import type { Queryable } from "#platform/database/database.ts";
import { daysOffOf } from "#platform/work/days-off.ts";

/** Longer than this is not counted day by day: some ten years. */
const MOST_DAYS = 3700;

/** How many working days there are after `from` up to and with `to`; 0 when `to` is not later. Null: too long ago. */
export function workingDaysBetween(isDayOff: IsDayOff, from: string, to: string): number | null {
  let day = Temporal.PlainDate.from(from);
  const last = Temporal.PlainDate.from(to);
  if (day.until(last, { largestUnit: "days" }).days > MOST_DAYS) return null;
  let count = 0;
  while (Temporal.PlainDate.compare(day, last) < 0) {
    day = day.add({ days: 1 });
    if (!isDayOff(day.toString())) count += 1;
  }
  return count;
}

/** Working days from the day a document was issued to the day it became public; null where it is not, or not known. */
export async function workingDaysToPublish(
  q: Queryable,
  {
    agencyId,
    issuedOn,
    publishedAt,
  }: { agencyId: string; issuedOn: string | null; publishedAt: Date | null },
): Promise<number | null> {
  if (issuedOn === null || publishedAt === null) return null;
  return workingDaysBetween(await daysOffOf(q, agencyId), issuedOn, toVietnamDate(publishedAt).toString());
}
