import { formatDate } from "#platform/clock/vietnam-time.ts";
import type { Sheet } from "#platform/official-document/write/write-xlsx.ts";
import type { Chain } from "../chain.ts";
import { type Figure, figureInWords, vietnameseNumber } from "../figure.ts";
import type { FigureRow } from "../figure-row.ts";
import type { Section } from "../report-text.ts";
import type { ChainSaving } from "./chain-saving.ts";

const told = [
  { key: "savings.minutes", label: "Thời gian người dân tiết kiệm được", unit: "phút", of: "minutes" },
  { key: "savings.ways", label: "Lượt đi lại người dân bớt được", unit: "lượt đi lại", of: "ways" },
  { key: "savings.dong", label: "Chi phí người dân tiết kiệm được", unit: "đồng", of: "dong" },
] as const;

const sum = (rows: ChainSaving[], of: "minutes" | "ways" | "dong") =>
  rows.reduce((total, row) => total + row[of], 0);

const sourcesOf = (rows: ChainSaving[]): string => [...new Set(rows.map(({ source }) => source))].join("; ");

/** Sums of what has a source; what nothing was saved of has no figure, for it is not known to be nought. */
export function countSavings({ savings = [], yearBefore }: Chain): Figure[] {
  const earlier = new Map((yearBefore?.figures ?? []).map((one) => [one.key, one]));
  return told.flatMap(({ key, label, unit, of }): Figure[] => {
    const rows = savings.filter((row) => row[of] > 0);
    if (rows.length === 0) return [];
    const before = earlier.get(key);
    return [
      {
        ...{ key, label, unit, numerator: sum(rows, of), denominator: null, source: sourcesOf(rows) },
        before: before ? { numerator: before.numerator, denominator: before.denominator } : null,
        rows: { kind: "citizen-saving", ids: rows.map(({ id }) => id) },
      },
    ];
  });
}

/** What citizens were saved, with how each part was worked out; without a source nothing is claimed. */
export function savingsSections({ savings }: Chain, figures: Figure[]): Section[] {
  if (savings === undefined) return [];
  const own = figures.filter(({ key }) => told.some((one) => one.key === key));
  const text =
    own.length === 0
      ? "Trong kỳ chưa có số liệu có nguồn, đã duyệt về thời gian, chi phí người dân tiết kiệm được."
      : [
          ...own.map((figure) => `- ${figure.label}: ${figureInWords(figure)}.`),
          "Cách tính:",
          ...savings.map(
            (row) =>
              `- ${row.scopeName}, ${row.periodLabel}: ${vietnameseNumber(row.dossiers)} hồ sơ (${row.counted}) × ${row.each}. ${row.method} (nguồn: ${row.source}).`,
          ),
        ].join("\n");
  return [
    {
      ...{ level: 2, heading: "Thời gian, chi phí người dân tiết kiệm được", text },
      figures: own.map(({ key }) => key),
    },
  ];
}

/** The rows behind a figure, each with what it gives to it. */
export function savingRows({ savings = [] }: Chain, { key }: Figure): FigureRow[] {
  const one = told.find((wanted) => wanted.key === key);
  if (!one) return [];
  return savings
    .filter((row) => row[one.of] > 0)
    .map((row) => ({
      ...{ id: row.id, kind: "citizen-saving" as const, label: `${row.scopeName}, ${row.periodLabel}` },
      amount: row[one.of],
      detail: `${vietnameseNumber(row[one.of])} ${one.unit}: ${vietnameseNumber(row.dossiers)} hồ sơ (${row.counted}) × ${row.each} · ${row.source}`,
      url: `/workspace/kinh-phi/tiet-kiem?nam=${row.to.slice(0, 4)}#so-lieu-${row.id}`,
    }));
}

/** The same as a sheet, with the definition of each. */
export function savingSheets({ savings = [] }: Chain): Sheet[] {
  if (savings.length === 0) return [];
  const text = (header: string, width: number) => ({ header, width, kind: "text" as const });
  const number = (header: string) => ({ header, width: 16, kind: "number" as const });
  return [
    {
      name: "Tiết kiệm cho người dân",
      columns: [
        ...[text("Thủ tục, nhóm", 40), text("Kỳ", 20), text("Từ ngày", 14), text("Đến ngày", 14)],
        ...[number("Số hồ sơ"), text("Số hồ sơ lấy từ", 40), text("Mỗi hồ sơ", 30)],
        ...[number("Phút"), number("Lượt đi lại"), number("Đồng")],
        ...[text("Cách tính", 50), text("Văn bản nguồn", 50), text("Liên kết", 40)],
      ],
      rows: savings.map((row) => [
        ...[row.scopeName, row.periodLabel, formatDate(row.from), formatDate(row.to), row.dossiers],
        ...[row.counted, row.each, row.minutes, row.ways, row.dong, row.method, row.source, row.link],
      ]),
    },
  ];
}
