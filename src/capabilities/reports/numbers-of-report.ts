import { and, asc, eq } from "drizzle-orm";
import { personNames } from "#organization";
import type { Queryable } from "#platform/database/database.ts";
import { type ChangedNumber, changedNumbers, figureOf, paragraphAt } from "./changed-numbers.ts";
import type { Figure } from "./figure.ts";
import { type Report, textOf } from "./report-queries.ts";
import type { ReportText } from "./report-text.ts";
import { reportAcceptedNumber, reportText } from "./tables.ts";

/** A number of the text in force that differs from the frozen figures, with who answers for it. */
export interface NumberOfReport extends ChangedNumber {
  heading: string;
  paragraph: string;
  accepted: { by: string | null; at: Date; reason: string } | null;
}

/** The text as it was drafted from the figures in force; null before there is one. */
export async function draftedTextOf(q: Queryable, { freezeId }: Report): Promise<ReportText | null> {
  if (freezeId === null) return null;
  const [found] = await q
    .select({ content: reportText.content })
    .from(reportText)
    .where(eq(reportText.draftedFrom, freezeId));
  return found?.content ?? null;
}

/** The numbers of the text in force that read otherwise than the draft, each as accepted or still open. */
export async function numbersOf(q: Queryable, report: Report): Promise<NumberOfReport[]> {
  const [drafted, text] = [await draftedTextOf(q, report), await textOf(q, report)];
  if (drafted === null || text === null) return [];
  const { sections } = text.content;
  const changed = changedNumbers(drafted.sections, sections);
  if (changed.length === 0) return [];
  const rows = await q
    .select()
    .from(reportAcceptedNumber)
    .where(
      and(eq(reportAcceptedNumber.reportId, report.id), eq(reportAcceptedNumber.freezeId, report.freezeId!)),
    )
    .orderBy(asc(reportAcceptedNumber.acceptedAt));
  const names = await personNames(q, [...new Set(rows.flatMap(({ acceptedBy }) => acceptedBy ?? []))]);
  return changed.map((number) => {
    const row = rows.find(({ place, written }) => place === number.place && written === number.written);
    const { heading, text: whole } = sections[number.section]!;
    return {
      ...number,
      heading,
      paragraph: paragraphAt(whole, number.from).text,
      accepted: row
        ? {
            by: row.acceptedBy === null ? null : (names.get(row.acceptedBy) ?? null),
            at: row.acceptedAt,
            reason: row.reason,
          }
        : null,
    };
  });
}

/** The same with the figure that each was taken from, where it was one. */
export function withFigures(
  numbers: NumberOfReport[],
  drafted: ReportText | null,
  figures: Figure[],
): (NumberOfReport & { figure: { key: string; label: string } | null })[] {
  return numbers.map((number) => {
    const section = drafted?.sections[number.section];
    const figure = section === undefined ? null : figureOf(section, number, figures);
    return { ...number, figure: figure && { key: figure.key, label: figure.label } };
  });
}
