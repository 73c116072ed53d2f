import { eq } from "drizzle-orm";
import { agencyById } from "#organization";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import type { Work } from "#platform/work/work.ts";
import { sharedCalendar } from "../tables.ts";
import { daysOfYear } from "./calendar-queries.ts";
import { replaceYear } from "./import-calendar.ts";
import { calendarPolicy } from "./policy.ts";

/** The agency above that lets those under it take its days off; null: there is none, or it does not. */
async function agencyAbove(q: Queryable, agencyId: string): Promise<{ id: string; name: string } | null> {
  const own = await agencyById(q, agencyId);
  const [shared] = own?.parentId
    ? await q.select().from(sharedCalendar).where(eq(sharedCalendar.agencyId, own.parentId))
    : [];
  return shared ? await agencyById(q, shared.agencyId) : null;
}

/** What could be taken over for a year: whose list it is, and how many days it has; null: nothing. */
export async function calendarAbove(
  q: Queryable,
  agencyId: string,
  year: number,
): Promise<{ agencyName: string; days: number } | null> {
  const above = await agencyAbove(q, agencyId);
  if (!above) return null;
  const days = (await daysOfYear(q, above.id, year)).length;
  return days === 0 ? null : { agencyName: above.name, days };
}

/** Puts the list of the agency above in the place of the year's own, whole; later changes up there are taken over by asking again. */
export async function takeOverCalendar(work: Work, { year }: { year: number }): Promise<void> {
  const { tx, actor } = work;
  calendarPolicy.permit(actor, "keep", { agencyId: actor.agencyId });
  const above = await agencyAbove(tx, actor.agencyId);
  const days = above ? await daysOfYear(tx, above.id, year) : [];
  if (!above || days.length === 0)
    throw new NotFound(`Cơ quan cấp trên chưa chia sẻ danh sách ngày nghỉ năm ${year}.`);
  await replaceYear(work, {
    year,
    days: days.map(({ day, kind, name, source }) => ({
      day,
      kind,
      name,
      source: `Theo danh sách của ${above.name}${source ? `: ${source}` : ""}`,
    })),
  });
}
