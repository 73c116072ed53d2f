import { and, eq, lte } from "drizzle-orm";
import { notify, peopleWithRole } from "#organization";
import { formatDateTime } from "#platform/clock/vietnam-time.ts";
import type { Database } from "#platform/database/database.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { pressEnquiry } from "../../tables.ts";
import { enquiryHref } from "./note-enquiry.ts";

/** Tells, once each, who sees to it of what is soon due, and those above, too, of what is overdue. Gives how many were looked at. */
export async function watchEnquiries(database: Database, now = new Date()): Promise<number> {
  const open = await database
    .select()
    .from(pressEnquiry)
    .where(and(eq(pressEnquiry.state, "open"), lte(pressEnquiry.warnAt, now)));
  for (const { id, agencyId, handlerId, subject, dueAt } of open) {
    const isOver = dueAt < now;
    await work(
      database,
      systemActor(agencyId, "Sổ yêu cầu của báo chí"),
      async (current) => {
        const personIds = [handlerId];
        if (isOver)
          for (const role of ["office", "editor", "leadership"] as const)
            personIds.push(...(await peopleWithRole(current.tx, agencyId, role)).map((person) => person.id));
        await notify(current, {
          personIds,
          cause: `${isOver ? "press-enquiry-late" : "press-enquiry-due"}:${id}`,
          kind: "press",
          title: isOver
            ? `Quá hạn trả lời báo chí từ ${formatDateTime(dueAt)}: ${subject}`
            : `Sắp hết hạn trả lời báo chí (${formatDateTime(dueAt)}): ${subject}`,
          href: enquiryHref(id),
        });
      },
      { at: now },
    );
  }
  return open.length;
}
