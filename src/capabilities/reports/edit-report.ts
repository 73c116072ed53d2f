import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { moveReport } from "./move-report.ts";
import { type Report, textOf } from "./report-queries.ts";
import { type ReportText, withoutEmptyLines } from "./report-text.ts";
import { writeText } from "./write-text.ts";

/**
 * Saves a new version of the text; a review that stood falls. Throws Conflict with the newer version when somebody
 * saved since `version` was read: nothing is overwritten.
 */
export const editReport = (
  work: Work,
  { id, version, text }: { id: string; version: number; text: ReportText },
): Promise<Report> =>
  moveReport(work, id, "edit", "edit-report", async (found) => {
    const current = (await textOf(work.tx, found))!;
    if (current.version !== version)
      throw new Conflict(
        `Có bản mới hơn (bản ${current.version}) do người khác vừa lưu; phần bạn viết chưa được lưu. Hãy xem bản mới rồi lưu lại.`,
        { version: current.version, content: current.content },
      );
    return {
      textId: await writeText(work, found, withoutEmptyLines(text)),
      reviewedBy: null,
      reviewedAt: null,
    };
  });
