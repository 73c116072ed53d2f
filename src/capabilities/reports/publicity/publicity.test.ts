import { expect, test } from "vitest";
import { sampleChain } from "../chain.fixture.ts";
import { draftText } from "../draft-text.ts";
import { figureRows } from "../figure-rows.ts";
import { countFigures } from "../figures.ts";
import type { ChainPosting, ChainPublicity } from "./publicity.ts";
import { publicitySheets } from "./publicity-rows.ts";

const cell = (placeId: string, more: Partial<ChainPosting["cells"][number]> = {}) => ({
  ...{ placeId, isSettled: true, stateLabel: "Đã công khai", dueOn: "2026-11-10", isLate: false },
  ...more,
});
const posting = (id: string, ...cells: ChainPosting["cells"]): ChainPosting => ({
  ...{ id, code: `1.00000${id}`, name: `Thủ tục ${id}`, version: 2, isOver: false, cells },
});
const publicity: ChainPublicity = {
  day: "2026-11-14",
  places: [
    { id: "n", name: "Cơ sở dữ liệu quốc gia", workingDays: 5 },
    { id: "c", name: "Quầy một cửa", workingDays: 3 },
  ],
  procedures: [
    posting("1", cell("n"), cell("c")),
    posting("2", cell("n", { isLate: true }), cell("c")),
    posting("3", cell("n"), cell("c", { isSettled: false, stateLabel: "Bản cũ", isLate: true })),
  ],
  documents: {
    workingDays: 5,
    rows: [
      {
        ...{ id: "d1", title: "Công văn 1", issuedOn: "2026-11-02", workingDays: 2, state: "in-time" },
        publishedAt: "2026-11-04T02:00:00.000Z",
      },
      {
        ...{ id: "d2", title: "Công văn 2", issuedOn: "2026-11-02", workingDays: 8, state: "late" },
        publishedAt: null,
      },
      {
        ...{ id: "d3", title: "Công văn 3", issuedOn: "2026-11-12", workingDays: 2, state: "waiting" },
        publishedAt: null,
      },
    ],
  },
};

test("a report tells the share of procedures that stand everywhere, by what rule, and what is missing where", () => {
  const chain = sampleChain({ publicity });
  const figures = countFigures(chain);
  const of = (key: string) => {
    const { numerator, denominator } = figures.find((one) => one.key === `publicity.${key}`)!;
    return [numerator, denominator];
  };
  expect(of("procedures")).toEqual([2, 3]);
  expect(of("missing")).toEqual([1, 3]);
  expect(of("at.n")).toEqual([3, 3]);
  expect(of("at.c")).toEqual([2, 3]);
  expect(of("in-time")).toEqual([4, 5]);
  expect(of("documents.in-time")).toEqual([1, 2]);
  expect(of("documents.late")).toEqual([1, 2]);
  const whole = figures.find(({ key }) => key === "publicity.procedures")!;
  expect(whole.source).toContain("ngày 14/11/2026");
  expect(whole.source).toContain("Cơ sở dữ liệu quốc gia, Quầy một cửa");
  const missing = figures.find(({ key }) => key === "publicity.missing")!;
  expect(figureRows(chain, missing)).toMatchObject([
    { label: "1.000003 Thủ tục 3", detail: "Còn thiếu: Quầy một cửa (bản cũ, quá hạn 10/11/2026)" },
  ]);
  const late = figures.find(({ key }) => key === "publicity.documents.late")!;
  expect(figureRows(chain, late)).toMatchObject([
    { label: "Công văn 2", detail: "Ban hành 02/11/2026 · chưa công khai, 8 ngày làm việc · chậm" },
  ]);
  const { text } = draftText(chain, figures, "2026-11-15T01:00:00.000Z").sections.find(
    ({ heading }) => heading === "Công khai thủ tục hành chính và văn bản",
  )!;
  expect(text).toContain("2/3 thủ tục (66,7%) được công khai đủ");
  expect(text).toContain("- 1.000003 Thủ tục 3: Quầy một cửa (bản cũ, quá hạn 10/11/2026).");
  expect(publicitySheets(chain).map(({ name, rows }) => [name, rows.length])).toEqual([
    ["Công khai thủ tục", 3],
    ["Công khai văn bản", 3],
  ]);
});

test("what was not kept, or not set, is said so and counted nowhere", () => {
  const old = sampleChain();
  expect(countFigures(old).filter(({ key }) => key.startsWith("publicity."))).toEqual([]);
  const unset = sampleChain({ publicity: { ...publicity, procedures: [], documents: null } });
  const { text } = draftText(unset, countFigures(unset), "2026-11-15T01:00:00.000Z").sections.find(
    ({ heading }) => heading === "Công khai thủ tục hành chính và văn bản",
  )!;
  expect(text).toMatch(/chưa có thủ tục nào.*\n.*chưa đặt số ngày làm việc/su);
  expect(publicitySheets(unset)).toEqual([]);
});
