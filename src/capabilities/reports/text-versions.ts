import { and, desc, eq } from "drizzle-orm";
import { personNames } from "#organization";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import type { Report, WrittenText } from "./report-queries.ts";
import { reportText } from "./tables.ts";

/** A version as the screens show it; a version without a person was written by the command line. */
export async function presentVersion(
  q: Queryable,
  { id, version, content, writtenAt, writtenBy }: WrittenText,
) {
  const names = await personNames(q, writtenBy === null ? [] : [writtenBy]);
  return {
    id,
    version,
    content,
    writtenAt,
    writtenBy: writtenBy === null ? "Dòng lệnh" : (names.get(writtenBy) ?? "Người đã rời cơ quan"),
  };
}

/** Every version of a report's text without its words, the newest first; those of earlier figures too. */
export async function versionsOf(q: Queryable, { id }: Report) {
  const rows = await q
    .select({
      id: reportText.id,
      version: reportText.version,
      writtenAt: reportText.writtenAt,
      writtenBy: reportText.writtenBy,
      restoredFrom: reportText.restoredFrom,
    })
    .from(reportText)
    .where(eq(reportText.reportId, id))
    .orderBy(desc(reportText.version));
  const names = await personNames(q, [...new Set(rows.flatMap(({ writtenBy }) => writtenBy ?? []))]);
  return rows.map((row) => ({
    ...row,
    writtenBy: row.writtenBy === null ? "Dòng lệnh" : (names.get(row.writtenBy) ?? "Người đã rời cơ quan"),
  }));
}

/** One version of a report's text. Throws NotFound. */
export async function versionOf(q: Queryable, { id }: Report, version: number): Promise<WrittenText> {
  const [found] = await q
    .select()
    .from(reportText)
    .where(and(eq(reportText.reportId, id), eq(reportText.version, version)));
  if (!found) throw new NotFound(`Báo cáo không có bản ${version}.`);
  return found;
}
