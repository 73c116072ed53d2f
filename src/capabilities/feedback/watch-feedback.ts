import { inArray } from "drizzle-orm";
import { notify, peopleWithRole } from "#organization";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Database } from "#platform/database/database.ts";
import { daysOffOf } from "#platform/work/days-off.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { workingDaysOn } from "./clock.ts";
import { lightOf, nextDue, openStates } from "./feedback.ts";
import { feedbackHref } from "./feedback-queries.ts";
import { feedbackRuleOf } from "./feedback-setting.ts";
import { feedback } from "./tables.ts";

/** Tells, once for each day that is due, who handles what is soon due, and the leadership, too, of what is overdue. */
export async function watchFeedback(database: Database, now = new Date()): Promise<number> {
  const today = toVietnamDate(now).toString();
  const open = await database
    .select()
    .from(feedback)
    .where(inArray(feedback.state, [...openStates]));
  let told = 0;
  for (const [agencyId, rows] of Map.groupBy(open, (row) => row.agencyId)) {
    const { warnDays } = await feedbackRuleOf(database, agencyId);
    const soon = workingDaysOn(today, warnDays, await daysOffOf(database, agencyId));
    for (const row of rows) {
      const light = lightOf({ ...row, answeredOn: null }, today, soon);
      if (light !== "near" && light !== "overdue") continue;
      told += 1;
      const due = nextDue(row);
      await work(
        database,
        systemActor(agencyId, "Sổ phản ánh, kiến nghị"),
        async (current) => {
          const people = await peopleWithRole(current.tx, agencyId, "office");
          if (row.unitId)
            for (const role of ["head", "contributor"] as const)
              people.push(...(await peopleWithRole(current.tx, agencyId, role, row.unitId)));
          if (light === "overdue") people.push(...(await peopleWithRole(current.tx, agencyId, "leadership")));
          const verb = row.state === "received" ? "phân loại" : "trả lời";
          await notify(current, {
            personIds: people.map(({ id }) => id),
            cause: `feedback-${light === "overdue" ? "late" : "due"}:${row.id}:${due}`,
            kind: "feedback",
            title:
              light === "overdue"
                ? `Quá hạn ${verb} phản ánh ${row.code} từ ngày ${formatDate(due)}`
                : `Sắp hết hạn ${verb} phản ánh ${row.code} (${formatDate(due)})`,
            href: feedbackHref(row.id),
          });
        },
        { at: now },
      );
    }
  }
  return told;
}
