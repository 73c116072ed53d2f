import { expect, test } from "vitest";
import { sampleChain } from "../chain.fixture.ts";
import { draftText } from "../draft-text.ts";
import { figureRows } from "../figure-rows.ts";
import { countFigures } from "../figures.ts";
import type { ChainIndexResult } from "./index-result.ts";

const result: ChainIndexResult = {
  ...{ id: "r1", indexId: "i1", title: "PAPI 2025, Tỉnh Mẫu", result: "45,7040, thứ 3/34" },
  ...{ publisher: "Nơi Mẫu", publishedOn: "2026-04-02", source: "Báo cáo mẫu", isCertain: false },
};
const sectionOf = (indexResults?: ChainIndexResult[]) => {
  const chain = sampleChain(indexResults && { indexResults });
  const sections = draftText(chain, countFigures(chain), "2026-11-15T08:00:00+07:00").sections;
  return sections.find(({ heading }) => heading === "Kết quả các chỉ số");
};

test("what was published stands in the report in its publisher's digits, with its source and what is not certain", () => {
  expect(sectionOf([result])!.text).toBe(
    "Trong kỳ có 1 kết quả chỉ số được công bố (nguồn: Sổ chỉ số trên hệ thống, ghi đúng như nơi công bố):\n- PAPI 2025, Tỉnh Mẫu: 45,7040, thứ 3/34 (Nơi Mẫu công bố ngày 02/04/2026; nguồn: Báo cáo mẫu; chưa đối chiếu với bản công bố gốc).",
  );
  const chain = sampleChain({ indexResults: [result] });
  const figure = countFigures(chain).find(({ key }) => key === "indices.published")!;
  expect(figureRows(chain, figure)).toMatchObject([{ label: result.title, url: "/workspace/chi-so/i1" }]);
});

test("nothing published is said, and a report from before indices were kept says nothing", () => {
  expect(sectionOf([])!.text).toContain("không ghi nhận kết quả chỉ số nào");
  expect(sectionOf()).toBeUndefined();
});
