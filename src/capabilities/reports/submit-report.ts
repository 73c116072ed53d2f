import { issueDocument } from "#documents";
import { agencyById } from "#organization";
import type { Work } from "#platform/work/work.ts";
import { checkDay, readNumber, reportSymbol } from "./issued-number.ts";
import { moveReport, personOf } from "./move-report.ts";
import { type Report, textOf } from "./report-queries.ts";
import { type HandedFile, keepSignedCopy } from "./signed-copy.ts";

/**
 * Records what the registry has issued: number, date, and the signed PDF where it is at hand; the report becomes a
 * document of the register. Throws Unacceptable for a number, day or file that cannot be, Conflict when the number
 * belongs to another document of the year.
 */
export const submitReport = (
  work: Work,
  {
    id,
    number: typed,
    issuedOn,
    signedCopy,
  }: { id: string; number: string; issuedOn: string; signedCopy: HandedFile | null },
): Promise<Report> =>
  moveReport(work, id, "submit", "submit-report", async (found) => {
    const symbol = reportSymbol((await agencyById(work.tx, found.agencyId))!);
    const number = readNumber(typed, symbol);
    checkDay(work, issuedOn, found);
    const { content } = (await textOf(work.tx, found))!;
    const document = await issueDocument(work, "report", {
      type: "Báo cáo",
      number: `${number}/${symbol}`,
      issuedOn,
      abstract: content.abstract,
      signedAs: found.signedAs,
    });
    if (signedCopy !== null) await keepSignedCopy(work, found, signedCopy);
    return {
      issuedNumber: number,
      issuedOn,
      documentId: document.id,
      submittedBy: personOf(work),
      submittedAt: work.at,
    };
  });
