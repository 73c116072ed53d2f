import type { Work } from "#platform/work/work.ts";
import { draftText } from "./draft-text.ts";
import { moveReport } from "./move-report.ts";
import { frozenOf, type Report } from "./report-queries.ts";
import { writeText } from "./write-text.ts";

/** Writes the first text of the report from its frozen figures. */
export const draftReport = (work: Work, { id }: { id: string }): Promise<Report> =>
  moveReport(work, id, "draft", "draft-report", async (found) => {
    const { chain, figures, frozenAt } = (await frozenOf(work.tx, found))!;
    const text = draftText(chain, figures, frozenAt.toISOString());
    return { textId: await writeText(work, found, text, { draftedFrom: found.freezeId }) };
  });
