import { count, eq } from "drizzle-orm";
import { uuidv7 } from "#platform/database/id.ts";
import { toNfc } from "#platform/text/nfc.ts";
import type { Work } from "#platform/work/work.ts";
import { personOf } from "./move-report.ts";
import type { ReportText } from "./report-text.ts";
import { reportText } from "./tables.ts";

const composed = <T>(value: T): T => {
  if (typeof value === "string") return toNfc(value) as T;
  if (Array.isArray(value)) return value.map(composed) as T;
  if (value !== null && typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, composed(part)])) as T;
  return value;
};

/** Adds a version of a report's text, letters composed (NFC), and gives its id. The report must be locked. */
export async function writeText(
  work: Work,
  report: { id: string; agencyId: string },
  content: ReportText,
): Promise<string> {
  const [versions] = await work.tx
    .select({ count: count() })
    .from(reportText)
    .where(eq(reportText.reportId, report.id));
  const id = uuidv7();
  await work.tx.insert(reportText).values({
    id,
    agencyId: report.agencyId,
    reportId: report.id,
    version: versions!.count + 1,
    content: composed(content),
    writtenBy: personOf(work),
    writtenAt: work.at,
  });
  return id;
}
