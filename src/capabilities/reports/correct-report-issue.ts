import { correctIssue, issueDocument } from "#documents";
import { agencyById } from "#organization";
import type { Work } from "#platform/work/work.ts";
import { checkDay, readNumber, reportSymbol } from "./issued-number.ts";
import { moveReport } from "./move-report.ts";
import { type Report, textOf } from "./report-queries.ts";

/**
 * Sets number and day of an issued report right where they were typed wrongly, in the report and in the register
 * together; what stood before is kept in the audit with the reason. Throws Unacceptable, Conflict.
 */
export const correctReportIssue = (
  work: Work,
  { id, number: typed, issuedOn, reason }: { id: string; number: string; issuedOn: string; reason: string },
): Promise<Report> =>
  moveReport(
    work,
    id,
    "correct-issue",
    "correct-report-issue",
    async (found) => {
      const symbol = reportSymbol((await agencyById(work.tx, found.agencyId))!);
      const number = readNumber(typed, symbol);
      checkDay(work, issuedOn, found);
      const whole = `${number}/${symbol}`;
      // A report that shared its number with another before the register watched over them has no entry yet.
      const document =
        found.documentId === null
          ? await issueDocument(work, "report", {
              type: "Báo cáo",
              number: whole,
              issuedOn,
              abstract: (await textOf(work.tx, found))!.content.abstract,
              signedAs: found.signedAs,
            })
          : await correctIssue(work, { id: found.documentId, number: whole, issuedOn, reason });
      return { issuedNumber: number, issuedOn, documentId: document.id };
    },
    reason,
  );
