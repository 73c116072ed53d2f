import { eq } from "drizzle-orm";
import { startOfDay, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { IsDayOff } from "#platform/clock/working-days.ts";
import type { Queryable } from "#platform/database/database.ts";
import { daysOffOf } from "#platform/work/days-off.ts";
import { pressRule } from "../../tables.ts";

export interface AnswerRule {
  answerHours: number;
  /** Days off of the agency's calendar do not count. */
  skipsDaysOff: boolean;
  /** So long before the end it is told. */
  warnHours: number;
  /** By which document. */
  basis: string;
}

/** First information within a day, by the clock: until the agency writes down its own. */
const usualRule: AnswerRule = { answerHours: 24, skipsDaysOff: false, warnHours: 4, basis: "" };

export async function ruleOf(q: Queryable, agencyId: string): Promise<AnswerRule> {
  const [own] = await q.select().from(pressRule).where(eq(pressRule.agencyId, agencyId));
  return own ?? usualRule;
}

const HOUR = 3_600_000;
/** A calendar that says that nobody ever works is a slip; counted is no further. */
const FURTHEST_DAYS = 400;

/** The moment so many milliseconds after another; hours of days off do not count. */
function after(from: Date, span: number, isOff: IsDayOff): Date {
  let at = from.getTime();
  let rest = span;
  for (let days = 0; days < FURTHEST_DAYS; days += 1) {
    const day = toVietnamDate(new Date(at));
    const next = startOfDay(day.add({ days: 1 }).toString()).getTime();
    if (!isOff(day.toString())) {
      if (rest <= next - at) return new Date(at + rest);
      rest -= next - at;
    }
    at = next;
  }
  return new Date(at + rest);
}

/** Until when what came at a moment is answered, and when it is told that this is near. */
export async function clockOf(
  q: Queryable,
  agencyId: string,
  receivedAt: Date,
): Promise<{ dueAt: Date; warnAt: Date }> {
  const { answerHours, warnHours, skipsDaysOff } = await ruleOf(q, agencyId);
  const isOff = skipsDaysOff ? await daysOffOf(q, agencyId) : () => false;
  const until = (hours: number) => after(receivedAt, hours * HOUR, isOff);
  return { dueAt: until(answerHours), warnAt: until(Math.max(0, answerHours - warnHours)) };
}
