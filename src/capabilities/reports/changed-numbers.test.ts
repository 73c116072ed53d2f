import { describe, expect, test } from "vitest";
import { sampleChain } from "./chain.fixture.ts";
import { changedInSection, changedNumbers, figureOf } from "./changed-numbers.ts";
import { draftText } from "./draft-text.ts";
import { countFigures } from "./figures.ts";

const draft =
  "Có 10/15 nhiệm vụ (66,7%) được giao đã có minh chứng, tính từ ngày 15/10/2026; đã ghi nhận 1.234 minh chứng.\n- Tin: 7/12 sản phẩm (58,3%).\n- Bài: 5/12 sản phẩm (41,7%).";
const changes = (text: string) =>
  changedInSection(0, draft, text).map(({ drafted, written }) => `${drafted} → ${written}`);

describe("số sửa tay trong văn bản", () => {
  test("được tìm ra từng số, đúng chỗ đứng trong văn bản, dù lời quanh nó đổi", () => {
    expect(changes(draft)).toEqual([]);
    expect(changes(draft.replace("10/15", "12/15"))).toEqual(["10 → 12"]);
    expect(changes(draft.replace("10/15 nhiệm vụ (66,7%)", "12/15 nhiệm vụ (80%)"))).toEqual([
      "10 → 12",
      "66,7 → 80",
    ]);
    expect(changes(draft.replace("1.234", "1.243"))).toEqual(["1.234 → 1.243"]);
    expect(changes(draft.replace("15/10/2026", "01/10/2026"))).toEqual(["15/10/2026 → 01/10/2026"]);
    expect(
      changes(draft.replace("Có 10/15 nhiệm vụ", "Đến nay toàn cơ quan mới có 11 trên 15 nhiệm vụ")),
    ).toEqual(["10 → 11"]);
    const text = draft.replace("7/12", "9/12");
    const [found] = changedInSection(4, draft, text);
    expect(text.slice(found!.from, found!.to)).toBe("9");
    expect(found!.place).toMatch(/^4\./u);
  });

  test("viết bằng chữ thay cho số cũng được tìm ra", () => {
    expect(changes(draft.replace("10/15 nhiệm vụ", "mười hai/15 nhiệm vụ"))).toEqual(["10 → mười hai"]);
  });

  test("câu viết lại và chuyển chỗ vẫn nhận ra số đã đổi theo thứ nó đếm", () => {
    const [, news, article] = draft.split("\n");
    expect(
      changes(`${news}\n${article}\nNhìn chung cơ quan ghi nhận được khoảng 2.000 minh chứng từ các đơn vị.`),
    ).toEqual(["1.234 → 2.000"]);
  });

  test("lời văn tự do không bị hỏi: thêm câu có số, bỏ câu, đổi thứ tự, sửa chữ", () => {
    const [first, news, article] = draft.split("\n");
    expect(changes(`${draft}\nĐã tổ chức 3 lớp tập huấn cho 120 người.`)).toEqual([]);
    expect(changes(`${news}\n${article}`)).toEqual([]);
    expect(changes(`${article}\n${first}\n${news}`)).toEqual([]);
    expect(changes(draft.replace("được giao", "giao cho các đơn vị"))).toEqual([]);
    expect(changes("")).toEqual([]);
  });

  test("mỗi số của bản dự thảo có nguồn là số liệu đứng sau nó", () => {
    const chain = sampleChain();
    const figures = countFigures(chain);
    const { sections } = draftText(chain, figures, "2026-11-15T02:00:00.000Z");
    const at = sections.findIndex(({ heading }) => heading === "Kết quả chung so với kế hoạch");
    const now = sections.map((section, index) =>
      index === at ? { ...section, text: section.text.replace("1/2 nhiệm vụ", "2/2 nhiệm vụ") } : section,
    );
    const found = changedNumbers(sections, now);
    expect(found).toMatchObject([{ section: at, drafted: "1", written: "2" }]);
    expect(figureOf(sections[at]!, found[0]!, figures)?.key).toBe("tasks.with-evidence");
  });
});
