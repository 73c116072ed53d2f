import type { Work } from "#platform/work/work.ts";
import { draftText } from "./draft-text.ts";
import { moveReport } from "./move-report.ts";
import { frozenOf, type Report } from "./report-queries.ts";
import { writeText } from "./write-text.ts";

/** Writes the first text of the report from its frozen figures. */
export const draftReport = (work: Work, { id }: { id: string }): Promise<Report> =>
  moveReport(work, id, "draft", "draft-report", async (found) => {
    const { chain, figures } = (await frozenOf(work.tx, found))!;
    return {
      textId: await writeText(work, found, draftText(chain, figures), { draftedFrom: found.freezeId }),
    };
  });
