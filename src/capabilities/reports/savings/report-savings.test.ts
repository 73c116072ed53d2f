import { expect, test } from "vitest";
import { sampleChain } from "../chain.fixture.ts";
import { draftText } from "../draft-text.ts";
import { figureRows } from "../figure-rows.ts";
import { countFigures } from "../figures.ts";
import type { ChainSaving } from "./chain-saving.ts";

const saving = (id: string, more: Partial<ChainSaving>): ChainSaving => ({
  ...{ id, scopeName: `Thủ tục ${id}`, periodLabel: "Tháng 11 năm 2026", from: "2026-10-15" },
  ...{ to: "2026-11-14", dossiers: 10, counted: "Hồ sơ nộp trực tuyến", each: "30 phút" },
  ...{ minutes: 0, ways: 0, dong: 0, method: "Một lượt đi", source: "Quyết định mẫu, số 1", link: "" },
  ...more,
});
const sectionOf = (savings?: ChainSaving[]) => {
  const chain = sampleChain(savings && { savings });
  return draftText(chain, countFigures(chain), "2026-11-15T08:00:00+07:00").sections.find(
    ({ heading }) => heading === "Thời gian, chi phí người dân tiết kiệm được",
  );
};

test("figures stand with their source and way of counting, and their rows add up to them", () => {
  const savings = [saving("a", { minutes: 300, ways: 10 }), saving("b", { minutes: 45 })];
  expect(sectionOf(savings)!.text).toContain("- Thời gian người dân tiết kiệm được: 345 phút.");
  expect(sectionOf(savings)!.text).toContain("10 hồ sơ (Hồ sơ nộp trực tuyến) × 30 phút.");
  expect(sectionOf(savings)!.text).not.toContain("Chi phí người dân tiết kiệm được: ");
  const chain = sampleChain({ savings });
  const figures = countFigures(chain).filter(({ key }) => key.startsWith("savings."));
  expect(figures.map(({ key }) => key)).toEqual(["savings.minutes", "savings.ways"]);
  for (const figure of figures)
    expect(figureRows(chain, figure).reduce((sum, row) => sum + row.amount!, 0)).toBe(figure.numerator);
});

test("where nothing has a source no figure is claimed, and older reports say nothing", () => {
  expect(sectionOf([])!.text).toContain("chưa có số liệu có nguồn");
  expect(countFigures(sampleChain({ savings: [] })).some(({ key }) => key.startsWith("savings."))).toBe(
    false,
  );
  expect(sectionOf()).toBeUndefined();
});
