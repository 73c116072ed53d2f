import { and, isNull } from "drizzle-orm";
import { notify, peopleWithRole } from "#organization";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Database } from "#platform/database/database.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { siteRuleOf } from "../site-setting.ts";
import { pageReport } from "../tables.ts";
import { lightOf } from "./page-report.ts";
import { reportHref } from "./report-page.ts";

/** Tells, once each, who answers of what is soon due, and the leadership, too, of what is overdue. */
export async function watchReports(database: Database, now = new Date()): Promise<number> {
  const today = toVietnamDate(now).toString();
  const open = await database
    .select()
    .from(pageReport)
    .where(and(isNull(pageReport.outcome)));
  let told = 0;
  for (const { id, agencyId, dueOn, path } of open) {
    const { warnDays } = await siteRuleOf(database, agencyId);
    const light = lightOf({ dueOn, answeredOn: null }, today, warnDays);
    if (light === "open") continue;
    told += 1;
    await work(
      database,
      systemActor(agencyId, "Sổ báo lỗi của cổng"),
      async (current) => {
        const roles =
          light === "overdue"
            ? (["editor", "office", "leadership"] as const)
            : (["editor", "office"] as const);
        const people = [];
        for (const role of roles) people.push(...(await peopleWithRole(current.tx, agencyId, role)));
        await notify(current, {
          personIds: people.map((person) => person.id),
          cause: `page-report-${light === "overdue" ? "late" : "due"}:${id}`,
          kind: "page-report",
          title:
            light === "overdue"
              ? `Quá hạn trả lời người đọc từ ngày ${formatDate(dueOn)}: ${path}`
              : `Sắp hết hạn trả lời người đọc (${formatDate(dueOn)}): ${path}`,
          href: reportHref(id),
        });
      },
      { at: now },
    );
  }
  return told;
}
