import { describe, expect, test } from "vitest";
import {
  cell,
  docxFile,
  numberingXml,
  p,
  run,
  table,
} from "#platform/official-document/read/docx.fixture.ts";
import { readDocument } from "#platform/official-document/read/read-document.ts";
import { readDecision } from "./read-decision.ts";
import { actionNamed, fieldNamed, levelNamed } from "./scope.ts";
import { codeInCell, codeInName } from "./written-code.ts";

/** Words in runs of their own, as Word leaves them after an edit. */
const words = (text: string) =>
  text
    .split(/(?<= )/u)
    .map((word) => run(word))
    .join("");
const line = (text: string) => p(words(text));
const heads = (...names: string[]) => names.map((name) => cell(name));
const over = (label: string, text: string, columns: number) => [
  cell(label),
  cell(text, { span: columns - 1 }),
];

const opening = (number: string, day: string, about: string, force: string) =>
  [
    table([
      [cell("ỦY BAN NHÂN DÂN\nTỈNH MẪU"), cell("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")],
      [cell(`Số: ${number}`), cell(`Mẫu, ngày ${day}`)],
    ]),
    line("QUYẾT ĐỊNH"),
    line(about),
    line("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH MẪU"),
    line(
      "Căn cứ Quyết định số 2511/QĐ-BVHTTDL ngày 30 tháng 10 năm 2026 về công bố thủ tục hành chính bị bãi bỏ;",
    ),
    line("Điều 1. Công bố Danh mục thủ tục hành chính mới ban hành, được sửa đổi, bổ sung và bị bãi bỏ."),
    line(`Điều 2. Quyết định này có hiệu lực thi hành ${force}.`),
    line("Bãi bỏ các thủ tục hành chính có số thứ tự 3, 4 ban hành kèm theo Quyết định số 456/QĐ-UBND."),
  ].join("");

const read = async (body: string, parts: Record<string, string> = {}) =>
  readDecision(await readDocument(await docxFile(body, parts), "quyet-dinh.docx"));
const told = ({ rows }: Awaited<ReturnType<typeof read>>) =>
  rows.map(({ code, action, level, field, replacesCode }) =>
    [code, action, level ?? "", field, replacesCode].join("|"),
  );

describe("the words of a decision", () => {
  test.each([
    ["I. DANH MỤC THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH", "new"],
    ["B. Danh mục TTHC được sửa đổi, bổ sung (03 TTHC)", "amended"],
    ["3. Thủ tục hành chính bị bãi bỏ", "repealed"],
    ["Danh mục thủ tục hành chính thay thế", "replaced"],
    ["Điều 3. Bãi bỏ các thủ tục hành chính có số thứ tự 3 tại Quyết định số 456/QĐ-UBND", null],
    ["DANH MỤC THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH, ĐƯỢC SỬA ĐỔI, BỔ SUNG VÀ BỊ BÃI BỎ", null],
    ["3. Thủ tục sửa đổi, bổ sung giấy phép thành lập văn phòng đại diện", null],
    ["Nơi nhận:", null],
  ] as const)("“%s” means %s", (text, action) => {
    expect(actionNamed(text)).toBe(action);
  });

  test("levels and fields, in capitals and counted", () => {
    expect(levelNamed("B. THỦ TỤC HÀNH CHÍNH CẤP XÃ (02 TTHC)")).toBe("commune");
    expect(levelNamed("Thủ tục hành chính cấp tỉnh, cấp xã")).toBeNull();
    expect(fieldNamed("II. LĨNH VỰC DI SẢN VĂN HÓA (02 TTHC)", false)).toBe("Di sản văn hóa");
    expect(fieldNamed("1.2. Dịch vụ du lịch khác", true)).toBe("Dịch vụ du lịch khác");
    expect(fieldNamed("Tổng cộng: 3 thủ tục", true)).toBe("");
  });

  test("codes, wherever a narrow column broke them", () => {
    expect(codeInCell("2.001631.0 00.00.00.H 05")).toBe("2.001631");
    expect(codeInCell("1.0141 01")).toBe("1.014101");
    expect(codeInCell("1. 015201")).toBe("1.015201");
    expect(codeInCell("ngày 20/6/2026")).toBe("");
    expect(codeInName("Cấp phép khai quật (Mã số TTHC: 1.014101.000.00.00.H05)")).toEqual({
      ...{ code: "1.014101", name: "Cấp phép khai quật" },
    });
    expect(codeInName("Cấp phép khai quật (1.0141 01.000.00. 00.H05)")).toEqual({
      ...{ code: "1.014101", name: "Cấp phép khai quật" },
    });
    expect(codeInName("1.001231 - Cấp giấy phép triển lãm")).toMatchObject({
      name: "Cấp giấy phép triển lãm",
    });
  });
});

describe("a decision is read from its document", () => {
  const opened = opening(
    ...(["1187/QĐ-UBND", "12 tháng 11 năm 2026"] as const),
    "Về việc công bố Danh mục thủ tục hành chính mới ban hành, được sửa đổi, bổ sung, được thay thế và bị bãi bỏ lĩnh vực Di sản văn hóa",
    "kể từ ngày 15 tháng 11 năm 2026",
  );

  test("with lists under headings, merged cells, codes within names and several replaced by one", async () => {
    const found = await read(
      opened +
        line("DANH MỤC THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH, ĐƯỢC SỬA ĐỔI, BỔ SUNG VÀ BỊ BÃI BỎ") +
        line("(Kèm theo Quyết định số 1187/QĐ-UBND ngày 12 tháng 11 năm 2026)") +
        line("A. THỦ TỤC HÀNH CHÍNH CẤP TỈNH") +
        line("I. Danh mục thủ tục hành chính mới ban hành") +
        table([
          heads("STT", "Tên thủ tục hành chính (Mã số TTHC)", "Thời hạn", "Căn cứ pháp lý"),
          over("I", "LĨNH VỰC DI SẢN VĂN HÓA", 4),
          [
            ...[
              cell("1"),
              cell("Cấp giấy phép khai quật khảo cổ\n(1.014101.000.00.00.H05)"),
              cell("03 ngày"),
            ],
            cell("- Luật Di sản văn hóa năm 2024;\n- Nghị định số 208/2026/NĐ-CP", { merge: "start" }),
          ],
          [
            cell("2"),
            cell("Xác nhận đủ điều kiện giám định 1.014102"),
            cell("10 ngày"),
            cell("", { merge: "continue" }),
          ],
        ]) +
        line("II. Danh mục thủ tục hành chính được sửa đổi, bổ sung") +
        table([
          heads(
            "STT",
            "Mã số TTHC",
            "Tên thủ tục hành chính",
            "Tên VBQPPL quy định nội dung sửa đổi, bổ sung",
          ),
          [cell("Thư viện", { span: 4 })],
          [cell("1"), cell("2.001631"), cell("Đăng ký di vật"), cell("Thay cho mã 1.009999")],
          [cell("2"), cell(""), cell("Thủ tục chưa được cấp mã"), cell("Nghị định")],
        ]) +
        line("III. Danh mục thủ tục hành chính được thay thế") +
        table([
          heads(
            "STT",
            "Mã TTHC được thay thế",
            "Tên TTHC được thay thế",
            "Mã TTHC thay thế",
            "Tên TTHC thay thế",
          ),
          [
            ...[cell("1"), cell("1.000822"), cell("Cấp giấy chứng nhận câu lạc bộ")],
            ...[cell("1.014104", { merge: "start" }), cell("Công nhận câu lạc bộ", { merge: "start" })],
          ],
          [
            ...[cell("2"), cell("1.000823"), cell("Công nhận lại câu lạc bộ")],
            ...[cell("", { merge: "continue" }), cell("", { merge: "continue" })],
          ],
        ]) +
        line("B. THỦ TỤC HÀNH CHÍNH CẤP XÃ") +
        line("I. Danh mục thủ tục hành chính bị bãi bỏ") +
        table([
          heads("STT", "Số hồ sơ TTHC", "Tên thủ tục hành chính", "Tên VBQPPL quy định việc bãi bỏ"),
          [
            cell("1"),
            cell("2.000794"),
            cell("Công nhận câu lạc bộ cơ sở"),
            cell("Nghị định số 210/2026/NĐ-CP"),
          ],
        ]) +
        line("PHẦN II. NỘI DUNG CỤ THỂ CỦA TỪNG THỦ TỤC HÀNH CHÍNH") +
        line("1. Cấp giấy phép khai quật khảo cổ (1.014101)") +
        table([
          heads("STT", "Tên thành phần hồ sơ", "Số lượng"),
          [cell("1"), cell("Văn bản dùng chung với thủ tục 1.003838"), cell("01 bản sao")],
        ]),
    );
    expect(found).toMatchObject({
      ...{ number: "1187/QĐ-UBND", issuedOn: "2026-11-12", effectiveOn: "2026-11-15" },
      issuer: "Ủy ban nhân dân tỉnh Mẫu",
    });
    expect(found.abstract).toMatch(/^Công bố Danh mục thủ tục/u);
    expect(told(found)).toEqual([
      "1.014101|new|province|Di sản văn hóa|",
      "1.014102|new|province|Di sản văn hóa|",
      "2.001631|amended|province|Thư viện|",
      "|amended|province|Thư viện|",
      "1.014104|replaced|province||1.000822, 1.000823",
      "2.000794|repealed|commune||",
    ]);
    expect(found.rows[0]!.name).toBe("Cấp giấy phép khai quật khảo cổ");
    expect(found.warnings).toEqual(["1 dòng không có mã thủ tục; hãy ghi mã, hoặc bỏ dòng."]);
  });

  test("with one table in which rows say what is done, at which level, in which field", async () => {
    const found = await read(
      opening(
        ...(["1302 /QĐ-UBND", "25 tháng 11 năm 2026"] as const),
        "Về việc công bố thủ tục hành chính mới ban hành, được sửa đổi, bổ sung, bị bãi bỏ lĩnh vực Du lịch",
        "kể từ ngày ký ban hành",
      ) +
        table([
          [
            ...[cell("TT", { merge: "start" }), cell("Mã TTHC", { merge: "start" })],
            ...[cell("Tên thủ tục hành chính", { merge: "start" }), cell("Cách thức", { span: 2 })],
          ],
          [
            ...[cell("", { merge: "continue" }), cell("", { merge: "continue" })],
            ...[cell("", { merge: "continue" }), cell("Trực tiếp"), cell("Trực tuyến")],
          ],
          heads("(1)", "(2)", "(3)", "(4)", "(5)"),
          over("A", "THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH (02 TTHC)", 5),
          over("I", "Thủ tục hành chính cấp tỉnh", 5),
          [cell("1"), cell("1. 015201"), cell("Công nhận điểm du lịch"), cell("x"), cell("x")],
          over("II", "Thủ tục hành chính cấp xã", 5),
          [cell("1"), cell("1.015202"), cell("Xác nhận nhà dân cho thuê"), cell("x"), cell("x")],
          over("B", "THỦ TỤC HÀNH CHÍNH ĐƯỢC SỬA ĐỔI, BỔ SUNG", 5),
          over("1.1", "Lữ hành", 5),
          [cell("1"), cell("1.004628.000.00.00.H05"), cell("Cấp thẻ hướng dẫn viên"), cell("x"), cell("x")],
          over("C", "THỦ TỤC HÀNH CHÍNH BỊ BÃI BỎ (01 TTHC)", 5),
          [cell("1"), cell("1.004605"), cell("Cấp thẻ tại điểm"), cell(""), cell("")],
        ]),
    );
    expect(found).toMatchObject({ number: "1302/QĐ-UBND", effectiveOn: "2026-11-25", warnings: [] });
    expect(told(found)).toEqual([
      "1.015201|new|province||",
      "1.015202|new|commune||",
      "1.004628|amended||Lữ hành|",
      "1.004605|repealed|||",
    ]);
  });

  test("whose title alone says what is done, and one with numbered headings and no table", async () => {
    const repealing = await read(
      opening(
        ...(["1450/QĐ-UBND", "28 tháng 11 năm 2026"] as const),
        ...(["V/v công bố thủ tục hành chính bị bãi bỏ", "từ ngày 01/12/2026"] as const),
      ) +
        table([
          heads("Số TT", "Mã số", "Tên TTHC"),
          [cell("1"), cell("1.020000"), cell("Thủ tục cấp giấy phép biểu diễn")],
        ]),
    );
    expect(told(repealing)).toEqual(["1.020000|repealed|||"]);
    expect(repealing).toMatchObject({ effectiveOn: "2026-12-01", warnings: [] });
    const plain = await read(
      p(words("Danh mục thủ tục hành chính mới ban hành"), { number: [1, 0] }) +
        line("1.001230 - Cấp giấy phép triển lãm") +
        p(words("Danh mục TTHC được sửa đổi"), { number: [1, 0] }) +
        line("1.001231 - Cấp lại giấy phép triển lãm"),
      { "word/numbering.xml": numberingXml([[["upperRoman", "%1."]]]) },
    );
    expect(told(plain)).toEqual(["1.001230|new|||", "1.001231|amended|||"]);
  });

  test("and says what it cannot tell: no heading, one code twice, pages that are pictures", () => {
    const text = (one: string) => ({
      ...{ kind: "paragraph" as const, index: 0, text: one, label: null, labelLevel: null },
      ...{ align: null, bold: false, italic: false, emphasis: null },
    });
    const of = (one: string, column: number) => ({
      column,
      span: 1,
      continued: false,
      paragraphs: [text(one)],
    });
    const list = (...rows: string[][]) => ({
      ...{ kind: "table" as const, index: 0 },
      rows: rows.map((row) => row.map(of)),
    });
    const found = readDecision({
      ...{ format: "pdf", leftOut: { deletions: 0, comments: 0, footnotes: 0, pages: [4] } },
      blocks: [
        list(["STT", "Mã TTHC", "Tên thủ tục"], ["1", "1.000101", "Đăng ký lễ hội"]),
        text("II. Danh mục thủ tục hành chính bị bãi bỏ"),
        list(["STT", "Mã TTHC", "Tên thủ tục"], ["1", "1.000101", "Đăng ký lễ hội"]),
        // The rest of it, over a page.
        list(["2", "1.000102", "Thông báo lễ hội"]),
      ],
    });
    expect(told(found)).toEqual(["1.000101|amended|||", "1.000102|repealed|||"]);
    expect(found.warnings).toEqual([
      expect.stringContaining("không rõ là mới ban hành"),
      expect.stringContaining("vừa ở danh mục sửa đổi, bổ sung, vừa ở danh mục bãi bỏ"),
      expect.stringContaining("Trang 4 là ảnh chụp"),
    ]);
  });
});
