import { and, eq } from "drizzle-orm";
import { NotFound } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { calendarDay } from "../tables.ts";
import type { CalendarDay } from "./calendar-queries.ts";
import { calendarPolicy } from "./policy.ts";

/** Takes a day out of the list: it is again what its day of the week makes it. Gives what stood there. */
export async function removeCalendarDay(work: Work, { id }: { id: string }): Promise<CalendarDay> {
  const { tx, actor } = work;
  calendarPolicy.permit(actor, "keep", { agencyId: actor.agencyId });
  const [before] = await tx
    .delete(calendarDay)
    .where(and(eq(calendarDay.agencyId, actor.agencyId), eq(calendarDay.id, id)))
    .returning();
  if (!before) throw new NotFound("Ngày này không còn trong danh sách.");
  await work.record({ act: "remove-calendar-day", objectKind: "calendar-day", objectId: id, before });
  return before;
}
