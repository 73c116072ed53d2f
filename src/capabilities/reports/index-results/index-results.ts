import { formatDate } from "#platform/clock/vietnam-time.ts";
import type { Chain } from "../chain.ts";
import { type Figure, figureInWords, type RowKind } from "../figure.ts";
import type { FigureRow } from "../figure-row.ts";
import type { Section } from "../report-text.ts";
import type { ChainIndexResult } from "./index-result.ts";

type Count = (
  key: string,
  label: string,
  kind: RowKind,
  ids: string[],
  denominator: number | null,
  unit: string,
  source: string,
) => Figure;

const KEY = "indices.published";

/** How many results were published; none where the report was frozen before they were kept. */
export const countIndexResults = ({ indexResults }: Chain, count: Count): Figure[] =>
  indexResults === undefined
    ? []
    : [
        count(
          KEY,
          "Kết quả chỉ số công bố trong kỳ",
          "index-result",
          indexResults.map(({ id }) => id),
          null,
          "kết quả chỉ số",
          "Sổ chỉ số trên hệ thống, ghi đúng như nơi công bố",
        ),
      ];

/** Each result in its publisher's digits; a falling one is told as any other. */
export function indexSections({ indexResults }: Chain, get: (key: string) => Figure): Section[] {
  if (indexResults === undefined) return [];
  const figure = get(KEY);
  return [
    {
      level: 2,
      heading: "Kết quả các chỉ số",
      text:
        indexResults.length === 0
          ? `Trong kỳ không ghi nhận kết quả chỉ số nào được công bố (nguồn: ${figure.source}).`
          : [
              `Trong kỳ có ${figureInWords(figure)} được công bố (nguồn: ${figure.source}):`,
              ...indexResults.map((one) => `- ${one.title}: ${one.result} (${saidBy(one)}).`),
            ].join("\n"),
      figures: [KEY],
    },
  ];
}

const saidBy = ({ publisher, publishedOn, source, isCertain }: ChainIndexResult): string =>
  `${publisher} công bố ngày ${formatDate(publishedOn)}; nguồn: ${source}${isCertain ? "" : "; chưa đối chiếu với bản công bố gốc"}`;

/** The rows behind the figure. */
export const indexRows = ({ indexResults = [] }: Chain): FigureRow[] =>
  indexResults.map((one) => ({
    ...{ id: one.id, kind: "index-result" as const, label: one.title },
    detail: `${one.result} · ${saidBy(one)}`,
    url: `/workspace/chi-so/${one.indexId}`,
  }));
