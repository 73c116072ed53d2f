import type { Work } from "#platform/work/work.ts";
import { moveReport } from "./move-report.ts";
import type { Report } from "./report-queries.ts";
import { type HandedFile, keepSignedCopy } from "./signed-copy.ts";

/** Adds the signed PDF of an issued report; the one recorded before stays beside it. Throws Unacceptable. */
export const recordSignedCopy = (
  work: Work,
  { id, signedCopy }: { id: string; signedCopy: HandedFile },
): Promise<Report> =>
  moveReport(work, id, "record-copy", "record-signed-copy", async (found) => {
    await keepSignedCopy(work, found, signedCopy);
    return {};
  });
