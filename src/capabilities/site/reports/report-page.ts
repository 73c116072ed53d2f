import { randomInt } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { notify, peopleWithRole } from "#organization";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Database } from "#platform/database/database.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { siteRuleOf } from "../site-setting.ts";
import { pageReport } from "../tables.ts";
import { type ReportSort, reportSorts } from "./page-report.ts";

export const reportHref = (id: string) => `/workspace/cong-thong-tin?mo=${id}`;

/** Without letters that are taken for another one. */
const LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const newCode = () => Array.from({ length: 12 }, () => LETTERS[randomInt(LETTERS.length)]).join("");

export interface NewReport {
  /** Made by the form: sent again it makes no second one. */
  id: string;
  agencyId: string;
  path: string;
  sort: ReportSort;
  words: string;
  /** Null: no answer by mail is wished. */
  addressSealed: string | null;
}

/** Takes down what a reader says of a page and tells those who answer; gives the code that shows the answer. */
export async function reportPage(
  database: Database,
  { id, agencyId, path, sort, words, addressSealed }: NewReport,
  at = new Date(),
): Promise<{ code: string; dueOn: string }> {
  const actor = systemActor(agencyId, "Người đọc trên cổng");
  return work(
    database,
    actor,
    async (current) => {
      const { tx } = current;
      const { answerDays } = await siteRuleOf(tx, agencyId);
      const dueOn = toVietnamDate(at).add({ days: answerDays }).toString();
      const [made] = await tx
        .insert(pageReport)
        .values({ id, agencyId, code: newCode(), path, sort, words, addressSealed, receivedAt: at, dueOn })
        .onConflictDoNothing()
        .returning();
      if (!made) {
        const [before] = await tx
          .select()
          .from(pageReport)
          .where(and(eq(pageReport.id, id), eq(pageReport.agencyId, agencyId)));
        return { code: before!.code, dueOn: before!.dueOn };
      }
      const people = [];
      for (const role of ["editor", "office"] as const)
        people.push(...(await peopleWithRole(tx, agencyId, role)));
      await notify(current, {
        personIds: people.map((person) => person.id),
        cause: `page-report:${id}`,
        kind: "page-report",
        title: `Người đọc báo lỗi (${reportSorts[sort].toLowerCase()}), trả lời trước hết ngày ${formatDate(dueOn)}: ${path}`,
        href: reportHref(id),
      });
      await current.record({
        act: "report-page",
        objectKind: "page-report",
        objectId: id,
        after: { path, sort, dueOn },
      });
      return { code: made.code, dueOn };
    },
    { at },
  );
}
