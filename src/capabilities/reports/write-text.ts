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

/** A text as it is stored: letters composed (NFC), lists without the empty lines that typing leaves behind. */
export function storedText(text: ReportText): ReportText {
  const filled = (lines: string[]) => lines.filter((one) => one.trim() !== "");
  return composed({
    ...text,
    addressees: filled(text.addressees),
    signer: { ...text.signer, authority: filled(text.signer.authority) },
    recipients: filled(text.recipients),
  });
}

/**
 * Adds a version of a report's text and gives its id: `id` where the editor made one for this save. The report must be
 * locked.
 */
export async function writeText(
  work: Work,
  report: { id: string; agencyId: string },
  content: ReportText,
  {
    id = uuidv7(),
    restoredFrom = null,
    draftedFrom = null,
  }: { id?: string; restoredFrom?: number | null; draftedFrom?: string | null } = {},
): Promise<string> {
  const [versions] = await work.tx
    .select({ count: count() })
    .from(reportText)
    .where(eq(reportText.reportId, report.id));
  await work.tx.insert(reportText).values({
    id,
    agencyId: report.agencyId,
    reportId: report.id,
    version: versions!.count + 1,
    content: storedText(content),
    writtenBy: personOf(work),
    writtenAt: work.at,
    restoredFrom,
    draftedFrom,
  });
  return id;
}
