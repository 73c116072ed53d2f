import { formatDate } from "#platform/clock/vietnam-time.ts";
import type { Sheet } from "#platform/official-document/write/write-xlsx.ts";
import type { Chain } from "../chain.ts";
import { type Figure, figureInWords } from "../figure.ts";
import type { FigureRow } from "../figure-row.ts";
import type { ChainFeedback } from "./feedback-in-period.ts";

export const CASES_KEY = "feedback.cases";

/** How many cases of before and after were approved in the period. None where they were not kept. */
export function countCases(
  { cases, from, until }: ChainFeedback,
  earlier: Map<string, Pick<Figure, "numerator" | "denominator">>,
): Figure[] {
  if (cases === undefined) return [];
  const before = earlier.get(CASES_KEY);
  return [
    {
      ...{ key: CASES_KEY, label: "Trường hợp trước và sau khi xử lý được duyệt trong kỳ" },
      ...{ unit: "trường hợp", numerator: cases.length, denominator: null },
      source: `Sổ trường hợp trước và sau trên hệ thống, từ ${formatDate(from)} đến ${formatDate(until)}`,
      before: before ? { numerator: before.numerator, denominator: before.denominator } : null,
      rows: { kind: "feedback-case", ids: cases.map(({ id }) => id) },
    },
  ];
}

export const casesInWords = (figure: Figure): string =>
  figure.numerator === 0
    ? `Trong kỳ không phát sinh trường hợp trước và sau khi xử lý được duyệt (nguồn: ${figure.source}).`
    : `Trong kỳ có ${figureInWords(figure)} trước và sau khi xử lý được duyệt (nguồn: ${figure.source}).`;

/** What stands behind the figure. */
export const caseRows = ({ feedback }: Chain): FigureRow[] =>
  (feedback?.cases ?? []).map((row) => ({
    ...{ id: row.id, kind: "feedback-case" as const, label: row.title },
    detail: [
      row.unitName ?? "Đơn vị không còn",
      `trước: ${formatDate(row.beforeOn)}`,
      `sau: ${formatDate(row.afterOn)}`,
      `duyệt ${formatDate(row.approvedOn)}`,
    ].join(" · "),
    url: `/workspace/phan-anh/truoc-sau/${row.id}`,
  }));

/** Each of them as a row of a sheet; none where there is none. */
export function caseSheets({ cases = [] }: ChainFeedback): Sheet[] {
  if (cases.length === 0) return [];
  const day = (header: string) => ({ header, width: 14, kind: "date" as const });
  return [
    {
      name: "Trường hợp trước và sau",
      columns: [
        { header: "Trường hợp", width: 60, kind: "text" },
        { header: "Đơn vị", width: 34, kind: "text" },
        ...[day("Trước"), day("Sau"), day("Duyệt")],
      ],
      rows: cases.map((row) => [row.title, row.unitName, row.beforeOn, row.afterOn, row.approvedOn]),
    },
  ];
}
