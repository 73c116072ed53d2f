import { and, eq } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { calendarDay } from "../tables.ts";
import { calendarPolicy } from "./policy.ts";
import type { ListedDay } from "./read-calendar-list.ts";

/** States what one day is; what it was before is replaced. */
export async function saveCalendarDay(
  work: Work,
  { day, kind, name, source }: ListedDay & { source: string | null },
): Promise<void> {
  const { tx, actor } = work;
  const { agencyId } = actor;
  calendarPolicy.permit(actor, "keep", { agencyId });
  if (kind === "worked" && Temporal.PlainDate.from(day).dayOfWeek < 6) {
    const message = "Ngày làm bù phải là thứ Bảy hoặc Chủ nhật.";
    throw new Unacceptable(message, [{ field: "day", message }]);
  }
  const [before = null] = await tx
    .select()
    .from(calendarDay)
    .where(and(eq(calendarDay.agencyId, agencyId), eq(calendarDay.day, day)))
    .for("update");
  const [after] = await tx
    .insert(calendarDay)
    .values({ id: uuidv7(), agencyId, day, kind, name, source })
    .onConflictDoUpdate({ target: [calendarDay.agencyId, calendarDay.day], set: { kind, name, source } })
    .returning();
  await work.record({
    act: "save-calendar-day",
    objectKind: "calendar-day",
    objectId: after!.id,
    before,
    after,
  });
}
