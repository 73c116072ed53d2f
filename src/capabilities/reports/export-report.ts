import type { Queryable } from "#platform/database/database.ts";
import { canonicalJson } from "./canonical-json.ts";
import { collectedOf } from "./collect-figures.ts";
import { composeReport } from "./compose-report.ts";
import type { reportFormats } from "./contract.ts";
import { draftText } from "./draft-text.ts";
import { evidenceSheets, howCounted } from "./evidence-sheets.ts";
import { frozenOf, type Report, textOf } from "./report-queries.ts";

export type ReportFormat = (typeof reportFormats)[number];

/** "bao-cao-2026-Q4.docx"; the calendar basis is told apart. */
export const fileName = ({ periodCode, basis }: Report, format: ReportFormat): string =>
  `bao-cao-${periodCode}${basis === "calendar" ? "-duong-lich" : ""}.${format}`;

/**
 * The report as a file. What is frozen gives the same JSON, byte for byte, whatever happened to the data since; the
 * same text, number and portal address give the same .docx, .pdf and .xlsx as well. A report that still collects is
 * written from today's figures with the text that a draft would begin with. Throws PdfUnavailable where PDF cannot be
 * written.
 */
export async function exportReport(q: Queryable, report: Report, format: ReportFormat): Promise<Uint8Array> {
  const collected = await collectedOf(q, report);
  const { chain, figures } = collected;
  const frozen = await frozenOf(q, report);
  // A file of frozen figures says that it is from their time, so that writing it again gives the same bytes.
  const madeAt = frozen?.frozenAt.toISOString() ?? null;
  const takenAt = madeAt ?? new Date().toISOString();
  if (format === "json") {
    return new TextEncoder().encode(`${frozen?.json ?? canonicalJson(collected)}\n`);
  }
  if (format === "xlsx") {
    const { writeXlsx } = await import("#platform/official-document/write/write-xlsx.ts");
    const sheets = [
      ...evidenceSheets(report.id, chain, figures),
      howCounted(chain, { takenAt, frozen: frozen !== null }),
    ];
    return writeXlsx(sheets, madeAt ?? undefined);
  }
  const text = (await textOf(q, report))?.content ?? draftText(chain, figures, takenAt);
  const model = composeReport({ id: report.id, takenAt, frozen: frozen !== null }, chain, figures, text, {
    number: report.issuedNumber,
    issuedOn: report.issuedOn,
    signedAs: report.signedAs,
  });
  if (format === "pdf") {
    const { writePdf } = await import("#platform/official-document/write/write-pdf.ts");
    return writePdf(model);
  }
  const { writeDocx } = await import("#platform/official-document/write/write-docx.ts");
  return writeDocx(model);
}
