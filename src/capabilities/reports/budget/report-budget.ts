import type { Appendix, Cell } from "#platform/official-document/write/document.ts";
import type { Sheet } from "#platform/official-document/write/write-xlsx.ts";
import type { Chain } from "../chain.ts";
import { type Figure, figureInWords, vietnameseNumber } from "../figure.ts";
import type { FigureRow } from "../figure-row.ts";
import type { Section } from "../report-text.ts";
import type { ChainBudgetLine } from "./budget-line.ts";

interface Told {
  key: string;
  label: string;
  amount: (line: ChainBudgetLine) => number;
  /** Null: a sum alone. */
  whole: ((line: ChainBudgetLine) => number) | null;
}

const leftOf = ({ limit, spent }: ChainBudgetLine) => limit - spent;
const limitOf = ({ limit }: ChainBudgetLine) => limit;

/** What is told of the money, each summed over the lines. */
const told: Told[] = [
  { key: "limit", label: "Dự toán được duyệt, kể cả điều chỉnh", amount: limitOf, whole: null },
  {
    key: "committed",
    label: "Đã cam kết chi từ đầu năm",
    amount: (line) => line.committed,
    whole: limitOf,
  },
  { key: "spent-in-period", label: "Đã chi trong kỳ", amount: (line) => line.spentInPeriod, whole: null },
  { key: "spent", label: "Kinh phí đã chi từ đầu năm", amount: (line) => line.spent, whole: limitOf },
  { key: "left", label: "Còn lại chưa chi", amount: leftOf, whole: limitOf },
];

const SOURCE = "Sổ kinh phí trên hệ thống, tính đến ngày cuối kỳ";
const sum = (lines: ChainBudgetLine[], of: (line: ChainBudgetLine) => number): number =>
  lines.reduce((total, line) => total + of(line), 0);

/** The sums of the money in whole đồng; behind each stand the lines. None where nothing was kept of it. */
export function countBudget({ budget, yearBefore }: Chain): Figure[] {
  if (budget === undefined) return [];
  const earlier = new Map((yearBefore?.figures ?? []).map((one) => [one.key, one]));
  return told.map(({ key, label, amount, whole }): Figure => {
    const before = earlier.get(`budget.${key}`);
    return {
      ...{ key: `budget.${key}`, label, unit: "đồng", source: SOURCE },
      numerator: sum(budget, amount),
      denominator: whole && sum(budget, whole),
      before: before ? { numerator: before.numerator, denominator: before.denominator } : null,
      rows: { kind: "budget-line", ids: budget.filter((line) => amount(line) !== 0).map(({ id }) => id) },
    };
  });
}

/** What was approved, promised and spent, figure by figure; thrift is what the numbers say. */
export function budgetSections({ budget }: Chain, get: (key: string) => Figure): Section[] {
  if (budget === undefined) return [];
  const figures = told.map(({ key }) => get(`budget.${key}`));
  const text =
    budget.length === 0
      ? `Đến cuối kỳ chưa có dòng dự toán nào được duyệt (nguồn: ${SOURCE}).`
      : [
          `Kinh phí của ${budget.length} dòng dự toán (nguồn: ${SOURCE}):`,
          ...figures.map((figure) => `- ${figure.label}: ${figureInWords(figure)}.`),
        ].join("\n");
  return [{ level: 2, heading: "Kinh phí", text, figures: figures.map(({ key }) => key) }];
}

/** The lines behind a figure, each with what it gives to it. */
export function budgetRows({ budget = [] }: Chain, { key }: Figure): FigureRow[] {
  const amount = told.find((one) => key === `budget.${one.key}`)?.amount;
  if (amount === undefined) return [];
  return budget.map((line) => ({
    ...{ id: line.id, kind: "budget-line" as const, label: line.name, amount: amount(line) },
    detail: `${vietnameseNumber(amount(line))} đồng · ${line.sourceName} · ${line.linkName}`,
    url: `/workspace/kinh-phi/dong/${line.id}`,
  }));
}

const columns: { header: string; of: (line: ChainBudgetLine) => number }[] = [
  { header: "Dự toán sau điều chỉnh", of: limitOf },
  { header: "Cam kết trong kỳ", of: (line) => line.committedInPeriod },
  { header: "Cam kết từ đầu năm", of: (line) => line.committed },
  { header: "Chi trong kỳ", of: (line) => line.spentInPeriod },
  { header: "Chi từ đầu năm", of: (line) => line.spent },
  { header: "Còn lại", of: leftOf },
];

/** The table of the period, line by line with its sum, as an appendix; none where no line was approved. */
export function budgetAppendix({ budget = [] }: Chain): Appendix[] {
  if (budget.length === 0) return [];
  const right = (value: number, bold = false): Cell => ({
    ...{ text: vietnameseNumber(value), align: "right", bold },
  });
  return [
    {
      title: "Kinh phí theo nguồn và nội dung chi",
      landscape: true,
      body: [
        {
          kind: "table",
          caption: "Đơn vị: đồng",
          head: ["STT", "Nguồn", "Nội dung chi", ...columns.map(({ header }) => header)],
          widths: [3, 12, 14, 8, 8, 8, 8, 8, 8],
          rows: [
            ...budget.map((line, index): Cell[] => [
              { text: String(index + 1), align: "center" },
              line.sourceName,
              line.name,
              ...columns.map(({ of }) => right(of(line))),
            ]),
            ["", "", { text: "Cộng", bold: true }, ...columns.map(({ of }) => right(sum(budget, of), true))],
          ],
        },
      ],
    },
  ];
}

/** The same as a sheet. */
export function budgetSheets({ budget = [] }: Chain): Sheet[] {
  if (budget.length === 0) return [];
  return [
    {
      name: "Kinh phí",
      columns: [
        { header: "Nguồn", width: 36, kind: "text" },
        { header: "Nội dung chi", width: 40, kind: "text" },
        { header: "Nhiệm vụ, nghĩa vụ", width: 44, kind: "text" },
        ...columns.map(({ header }) => ({ header: `${header} (đồng)`, width: 18, kind: "number" as const })),
      ],
      rows: budget.map((line) => [
        ...[line.sourceName, line.name, line.linkName],
        ...columns.map(({ of }) => of(line)),
      ]),
    },
  ];
}
