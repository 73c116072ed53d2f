import { expect, test } from "vitest";
import { sampleChain } from "../chain.fixture.ts";
import { draftText } from "../draft-text.ts";
import { figureRows } from "../figure-rows.ts";
import { countFigures } from "../figures.ts";
import type { ChainBudgetLine } from "./budget-line.ts";
import { budgetAppendix } from "./report-budget.ts";

const line = (id: string, more: Partial<ChainBudgetLine>): ChainBudgetLine => ({
  ...{ id, name: `Dòng ${id}`, sourceName: "Nguồn mẫu", linkName: "II.1-a: Viết" },
  ...{ limit: 0, committed: 0, committedInPeriod: 0, spent: 0, spentInPeriod: 0, ...more },
});
const chainWith = (budget?: ChainBudgetLine[]) => sampleChain(budget && { budget });
const sectionOf = (budget?: ChainBudgetLine[]) => {
  const chain = chainWith(budget);
  return draftText(chain, countFigures(chain), "2026-11-15T08:00:00+07:00").sections.find(
    ({ heading }) => heading === "Kinh phí",
  );
};
const lines = [
  line("a", { limit: 3_000_000, spent: 1_000_000, spentInPeriod: 400_000, committed: 500_000 }),
  line("b", { limit: 1_000_000, spent: 1_000_000 }),
];

test("the money of the period stands in whole đồng, and the rows behind a figure add up to it", () => {
  expect(sectionOf(lines)!.text).toContain("- Kinh phí đã chi từ đầu năm: 2.000.000/4.000.000 đồng (50%).");
  expect(sectionOf(lines)!.text).toContain("- Đã chi trong kỳ: 400.000 đồng.");
  const chain = chainWith(lines);
  const figures = countFigures(chain).filter(({ key }) => key.startsWith("budget."));
  expect(figures).toHaveLength(5);
  for (const figure of figures)
    expect(
      figureRows(chain, figure).reduce((sum, row) => sum + row.amount!, 0),
      figure.key,
    ).toBe(figure.numerator);
  expect(JSON.stringify(budgetAppendix(chain))).toContain("4.000.000");
});

test("nothing approved is said, and a report from before money was kept says nothing", () => {
  expect(sectionOf([])!.text).toContain("chưa có dòng dự toán nào được duyệt");
  expect(sectionOf()).toBeUndefined();
});
