import type { Work } from "#platform/work/work.ts";
import { moveReport, personOf } from "./move-report.ts";
import type { Report } from "./report-queries.ts";
import { exactText } from "./review-report.ts";

/**
 * The leadership agrees to exactly this version of the text; who wrote any of it may not. Afterwards neither text
 * nor figures change. Throws Conflict when a newer version has been saved.
 */
export const signOffReport = (
  work: Work,
  { id, version }: { id: string; version: number },
): Promise<Report> =>
  moveReport(work, id, "sign-off", "sign-off-report", async (found) => {
    await exactText(work, found, version);
    return { signedOffBy: personOf(work), signedOffAt: work.at };
  });
