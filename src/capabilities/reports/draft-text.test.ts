import { describe, expect, test } from "vitest";
import { contentItem, sampleChain } from "./chain-fixture.ts";
import { annexLines, composeReport } from "./compose-report.ts";
import { draftText } from "./draft-text.ts";
import { evidenceSheets } from "./evidence-sheets.ts";
import { countFigures } from "./figures.ts";
import { issuesToReview } from "./report-requirements.ts";

const draft = (chain = sampleChain()) => draftText(chain, countFigures(chain));
const section = (heading: string, chain = sampleChain()) =>
  draft(chain).sections.find((one) => one.heading === heading)!.text;

describe("dự thảo báo cáo", () => {
  test("theo bố cục thường dùng năm phần", () => {
    expect(draft().sections.flatMap(({ level, heading }) => (level === 1 ? [heading] : []))).toEqual([
      "Công tác chỉ đạo, điều hành",
      "Kết quả thực hiện",
      "Đánh giá chung",
      "Phương hướng, nhiệm vụ tháng 12 năm 2026",
      "Đề xuất, kiến nghị",
    ]);
    expect(draft().abstract).toBe(
      "Kết quả tuyên truyền cải cách hành chính tháng 11 năm 2026; phương hướng, nhiệm vụ tháng 12 năm 2026",
    );
    expect(draft().addressees).toEqual(["UBND tỉnh Bắc Ninh"]);
  });

  test("mỗi số liệu đứng trong câu với tử số, mẫu số, kỳ và nguồn", () => {
    expect(section("Kết quả chung")).toContain(
      "Tính từ ngày 15/10/2026 đến hết ngày 14/11/2026, 1/3 nội dung phải thực hiện (33,3%) theo kế hoạch đã có minh chứng",
    );
    expect(section("Kết quả chung")).toContain("(nguồn: Kế hoạch và minh chứng trên hệ thống)");
    expect(section("Công tác chỉ đạo, điều hành")).toContain("Kế hoạch số 12/KH-SVHTTDL ngày 10/02/2026");
    expect(section("Công tác chỉ đạo, điều hành")).toContain(
      "- Kế hoạch số 36/KH-UBND ngày 20/10/2026 về tuyên truyền cải cách.",
    );
  });

  test("điều chưa biết thì nói là chưa biết, điều chỉ người biết thì để chỗ cho người viết", () => {
    expect(section("Theo hình thức tuyên truyền")).toContain("chưa có số liệu cùng kỳ năm trước");
    const issues = issuesToReview(draft());
    expect(issues.map(({ message }) => message)).toEqual([
      expect.stringContaining("Nguyên nhân"),
      expect.stringContaining("Đề xuất, kiến nghị"),
    ]);
  });

  test("so sánh với cùng kỳ khi có số liệu", () => {
    const chain = sampleChain({ publishedYearBefore: 3 });
    expect(section("Theo hình thức tuyên truyền", chain)).toContain("giảm 2 sản phẩm");
  });

  test("nêu tên nội dung, đơn vị, chủ đề còn thiếu", () => {
    expect(section("Tồn tại, hạn chế")).toContain("II.1-a");
    expect(section("Tồn tại, hạn chế")).toContain("Phòng Mẫu B");
    expect(section("Tồn tại, hạn chế")).toContain("1/2 chủ đề chưa có sản phẩm");
  });

  test("mọi mục nêu số liệu đều chỉ tới số liệu có thật", () => {
    const keys = new Set(countFigures(sampleChain()).map(({ key }) => key));
    for (const { figures } of draft().sections)
      for (const key of figures) expect(keys.has(key), key).toBe(true);
  });
});

describe("phụ lục báo cáo", () => {
  test("liệt kê mọi nội dung theo mã, với nhiệm vụ, sản phẩm, nơi đăng, minh chứng hoặc lý do chưa có", () => {
    const [first, second, third] = annexLines(sampleChain());
    expect(first).toMatchObject({
      code: "I.1-a",
      tasks: ["Viết tin"],
      products: ["Tin: Tin mẫu c1"],
      placements: [{ url: "https://example.vn/tin-tuc/c1", at: "2026-11-02T01:00:00.000Z" }],
      noneReason: null,
    });
    expect(second!.noneReason).toBe("Cuộc bầu cử đã xong từ tháng 3");
    expect(third!.noneReason).toBe("Chưa có minh chứng, chưa nêu lý do");
  });

  test("báo cáo có hai phụ lục, số và ngày để trống khi chưa ban hành, mang dấu dữ liệu mẫu", () => {
    const chain = sampleChain();
    const model = composeReport(chain, countFigures(chain), draft(), { number: null, issuedOn: null });
    expect(model.appendices).toHaveLength(2);
    expect(model).toMatchObject({
      number: null,
      date: null,
      year: 2026,
      symbol: "BC-SVHTTDL",
      sampleMark: "DỮ LIỆU MẪU",
    });
    const [obligations] = model.appendices;
    expect(obligations!.body[0]).toMatchObject({ kind: "table" });
    expect((obligations!.body[0] as { rows: unknown[] }).rows).toHaveLength(3);
  });

  test("bảng tính có một dòng cho mỗi nội dung, minh chứng, sản phẩm và số liệu", () => {
    const chain = sampleChain({ content: [contentItem("c1"), contentItem("c2", { unitId: null })] });
    const sheets = evidenceSheets(chain, countFigures(chain));
    expect(sheets.map(({ rows }) => rows.length)).toEqual([3, 1, 2, countFigures(chain).length]);
  });
});
