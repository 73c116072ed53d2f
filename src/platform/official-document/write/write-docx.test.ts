import { TextWriter, Uint8ArrayReader, ZipReader } from "@zip.js/zip.js";
import { beforeAll, describe, expect, test } from "vitest";
import { layout, textWidth } from "./layout.ts";
import { sampleDocument, vietnameseLetters } from "./sample-document.ts";
import { boldWidth } from "./times-face.ts";
import { nationalName } from "./wording.ts";
import { writeDocx } from "./write-docx.ts";

/** The XML parts of a .docx by name. */
async function partsOf(file: Uint8Array): Promise<Record<string, string>> {
  const zip = new ZipReader(new Uint8ArrayReader(file));
  const parts: Record<string, string> = {};
  for (const entry of await zip.getEntries())
    if (!entry.directory) parts[entry.filename] = await entry.getData(new TextWriter());
  return parts;
}

const plain = (xml: string): string => xml.replace(/<[^>]+>/gu, "");
/** The paragraph that holds a text. */
const paragraphWith = (xml: string, text: string): string =>
  xml.split("<w:p>").find((paragraph) => plain(paragraph).includes(text)) ?? "";

describe("văn bản .docx theo thể thức Nghị định 30/2020", () => {
  let parts: Record<string, string>;
  let body: string;
  beforeAll(async () => {
    parts = await partsOf(await writeDocx(sampleDocument()));
    body = parts["word/document.xml"]!;
  });

  test("khổ A4 đứng, lề trên 20, dưới 20, trái 30, phải 20 mm", () => {
    expect(body).toMatch(/<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"\/>/u);
    expect(body).toContain('w:top="1134"');
    expect(body).toContain('w:bottom="1134"');
    expect(body).toContain('w:left="1701"');
    expect(body).toContain('w:right="1134"');
  });

  test("phông Times New Roman cỡ 14, ngôn ngữ tiếng Việt", () => {
    const defaults = parts["word/styles.xml"]!.split("</w:docDefaults>")[0]!;
    expect(defaults).toContain('w:ascii="Times New Roman"');
    expect(defaults).toContain('<w:sz w:val="28"/>');
    expect(defaults).toContain('w:lang w:val="vi-VN"');
  });

  test("số trang đánh ở giữa lề trên, không hiện ở trang một", () => {
    expect(body).toContain("<w:titlePg/>");
    const reference = (type: string) =>
      new RegExp(`<w:headerReference w:type="${type}" r:id="([^"]+)"/>`, "u").exec(body)![1]!;
    const partOf = (type: string) =>
      parts[
        `word/${new RegExp(`<Relationship Id="${reference(type)}"[^>]*Target="([^"]+)"`, "u").exec(parts["word/_rels/document.xml.rels"]!)![1]}`
      ]!;
    expect(partOf("default")).toMatch(/PAGE/u);
    expect(partOf("default")).toContain('<w:jc w:val="center"/>');
    expect(partOf("default")).toContain('<w:sz w:val="28"/>');
    expect(partOf("first")).not.toMatch(/PAGE/u);
  });

  test("hai khối đầu trang là bảng không kẻ, chia 40/60, đủ quốc hiệu, tiêu ngữ, cơ quan, số, ngày", () => {
    const table = body.slice(body.indexOf("<w:tbl>"), body.indexOf("</w:tbl>"));
    expect(table).toContain('<w:gridCol w:w="3628"/><w:gridCol w:w="5443"/>');
    expect(table).not.toMatch(/<w:(top|left|bottom|right) w:val="single"[^>]*\/><\/w:tblBorders>/u);
    for (const [text, size, style] of [
      ["UBND TỈNH BẮC NINH", 24, "upright"],
      ["SỞ VĂN HÓA, THỂ THAO", 24, "bold"],
      ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 24, "bold"],
      ["Độc lập - Tự do - Hạnh phúc", 26, "bold"],
      ["Số:      /BC-SVHTTDL", 26, "upright"],
      ["Bắc Ninh, ngày      tháng      năm 2026", 26, "italic"],
    ] as const) {
      const paragraph = paragraphWith(table, text);
      expect(paragraph, text).toContain(`<w:sz w:val="${size}"/>`);
      expect(paragraph, text).toContain('<w:jc w:val="center"/>');
      expect(/<w:b\/>/u.test(paragraph), text).toBe(style === "bold");
      expect(/<w:i\/>/u.test(paragraph), text).toBe(style === "italic");
    }
    expect(plain(paragraphWith(table, "SỞ VĂN HÓA"))).toBe("SỞ VĂN HÓA, THỂ THAOVÀ DU LỊCH");
  });

  test("kẻ dưới tiêu ngữ dài bằng chữ; dưới cơ quan và trích yếu dài một phần ba đến một nửa dòng", async () => {
    const widths = { agency: 3628, motto: 5443, abstract: 9071 };
    const ruleLengths = (xml: string) => {
      const sides = [...xml.matchAll(/<w:pBdr><w:top w:val="single".*?w:left="(\d+)" w:right="(\d+)"/gu)];
      return Object.values(widths).map((width, index) => width - 2 * Number(sides[index]![1]));
    };
    const twips = (text: string, size: number) => (boldWidth(text, size) * 1440) / 25.4;
    for (const [agency, longest] of [
      ["Sở Văn hóa, Thể thao và Du lịch", "SỞ VĂN HÓA, THỂ THAO"],
      ["Sở Nội vụ", "SỞ NỘI VỤ"],
    ] as const) {
      const model = sampleDocument({ agency });
      const xml = (await partsOf(await writeDocx(model)))["word/document.xml"]!;
      const [underAgency, underMotto, underAbstract] = ruleLengths(xml) as [number, number, number];
      expect(underMotto).toBeCloseTo(twips("Độc lập - Tự do - Hạnh phúc", 13), -1);
      for (const [length, line] of [
        [underAgency, twips(longest, 12)],
        [underAbstract, twips(model.abstract, 14)],
      ] as const) {
        expect(length / line).toBeGreaterThan(1 / 3);
        expect(length / line).toBeLessThan(1 / 2);
      }
    }
  });

  test("quốc hiệu nằm trọn một dòng trong khối của nó", () => {
    expect(boldWidth(nationalName, layout.size.nationalName)).toBeLessThan(
      textWidth(false) * layout.rightBlock,
    );
  });

  test("trích yếu dài xuống dòng sau dấu chấm phẩy, không để từ nối cuối dòng", async () => {
    const abstract =
      "Kết quả tuyên truyền cải cách hành chính quý IV năm 2026; phương hướng, nhiệm vụ quý I năm 2027";
    const xml = (await partsOf(await writeDocx(sampleDocument({ abstract }))))["word/document.xml"]!;
    expect(paragraphWith(xml, "phương hướng")).toMatch(/năm 2026;<\/w:t>.*<w:br\/>.*>phương hướng/u);
  });

  test("tên loại, trích yếu in đậm cỡ 14 ở giữa, có đường kẻ dưới trích yếu", () => {
    expect(paragraphWith(body, "BÁO CÁO")).toMatch(/<w:jc w:val="center"\/>.*<w:b\/>.*<w:sz w:val="28"\/>/u);
    const abstract = body.indexOf("Kết quả tuyên truyền");
    expect(body.indexOf('<w:pBdr><w:top w:val="single"', abstract)).toBeGreaterThan(abstract);
  });

  test("nội dung canh đều, lùi dòng đầu 1,27 cm, cách đoạn 6 pt, cỡ 14", () => {
    const paragraph = paragraphWith(body, "Sở đã ban hành");
    expect(paragraph).toContain('<w:jc w:val="both"/>');
    expect(paragraph).toContain('w:firstLine="720"');
    expect(paragraph).toContain('w:after="120"');
    expect(paragraph).toContain('<w:sz w:val="28"/>');
  });

  test("đề mục tự đánh số I., II., 1. và câu cuối kết thúc bằng ./.", () => {
    const text = plain(body);
    expect(text).toContain("I. CÔNG TÁC CHỈ ĐẠO");
    expect(text).toContain("II. KẾT QUẢ THỰC HIỆN");
    expect(text).toContain("1. Tin, bài");
    expect(text).toContain("tiếp tục thực hiện./.");
  });

  test("giãn dòng từ đơn đến 1,5 và nói rõ là bội số, để mọi trình soạn thảo đọc như nhau", () => {
    const spacings = [...body.matchAll(/w:line="(\d+)" w:lineRule="auto"/gu)].map(([, line]) => Number(line));
    expect(spacings.length).toBeGreaterThan(3);
    for (const line of spacings) {
      expect(line).toBeGreaterThanOrEqual(240);
      expect(line).toBeLessThanOrEqual(360);
    }
    expect(body).not.toMatch(/w:line="\d+"\/>/u);
  });

  test("dòng đầu bảng lặp lại ở mỗi trang; dòng vừa trang thì không bị cắt, dòng cao hơn trang thì được cắt", async () => {
    expect(body.match(/<w:tblHeader\/>/gu)).toHaveLength(1);
    const table = {
      kind: "table" as const,
      head: ["A", "B"],
      rows: [
        ["ngắn", "ngắn"],
        ["dài", Array.from({ length: 60 }, (_, n) => `Dòng ${n}`).join("\n")],
      ],
    };
    const xml = (await partsOf(await writeDocx(sampleDocument({ body: [table] }))))["word/document.xml"]!;
    const rows = xml.split("<w:tr>").filter((row) => /ngắn|dài/u.test(plain(row)));
    expect(rows.map((row) => row.includes("<w:cantSplit/>"))).toEqual([true, false]);
  });

  test("cùng nội dung, cùng thời điểm cho cùng một tệp đến từng byte, liên kết vẫn đúng chỗ", async () => {
    const model = sampleDocument({ madeAt: "2026-11-16T01:12:00Z" });
    const first = await writeDocx(model);
    expect(Buffer.from(await writeDocx(model)).equals(Buffer.from(first))).toBe(true);
    const made = await partsOf(first);
    expect(made["docProps/core.xml"]).toContain(">2026-11-16T01:12:00.000Z</dcterms:created>");
    const [, id] = /<w:hyperlink [^>]*r:id="([^"]+)"/u.exec(made["word/document.xml"]!)!;
    expect(made["word/_rels/document.xml.rels"]).toMatch(
      new RegExp(`Id="${id}"[^>]*Target="https://example.vn/tin-tuc"`, "u"),
    );
  });

  test("nơi nhận cỡ 12 đậm nghiêng, các dòng cỡ 11, người ký đậm cỡ 14, không vẽ chữ ký hay dấu", () => {
    expect(paragraphWith(body, "Nơi nhận:")).toMatch(/<w:b\/>.*<w:i\/>.*<w:sz w:val="24"\/>/u);
    expect(paragraphWith(body, "- Lưu: VT, TTBCXB.")).toContain('<w:sz w:val="22"/>');
    expect(paragraphWith(body, "KT. GIÁM ĐỐC")).toMatch(/<w:b\/>.*<w:sz w:val="28"\/>/u);
    expect(body).not.toMatch(/<w:drawing|<w:pict/u);
  });

  test("văn bản không gửi đi đâu thì không in “Nơi nhận” để trống", async () => {
    expect(plain(body)).toContain("Nơi nhận:");
    const all = await partsOf(await writeDocx({ ...sampleDocument(), recipients: [] }));
    expect(plain(all["word/document.xml"]!)).not.toContain("Nơi nhận");
  });

  test("số và ngày đã cấp được ghi đúng: số dưới 10 và ngày dưới 10 thêm 0, tháng 3 không thêm", async () => {
    const issued = await partsOf(await writeDocx(sampleDocument({ number: "5", date: "2026-03-03" })));
    expect(plain(issued["word/document.xml"]!)).toContain("Số: 05/BC-SVHTTDL");
    expect(plain(issued["word/document.xml"]!)).toContain("Bắc Ninh, ngày 03 tháng 3 năm 2026");
  });

  test("mọi chữ cái tiếng Việt còn nguyên, chữ rời dấu được ghép lại (NFC)", async () => {
    const letters = vietnameseLetters.join(" ");
    const document = await partsOf(
      await writeDocx(sampleDocument({ body: [{ kind: "paragraph", text: letters.normalize("NFD") }] })),
    );
    expect(plain(document["word/document.xml"]!)).toContain(letters);
  });

  test("phụ lục nằm ở phần riêng, khổ ngang khi cần, đánh số trang lại từ 1", async () => {
    const table = {
      kind: "table" as const,
      head: ["A"],
      rows: [["x"]],
    };
    const xml = (
      await partsOf(
        await writeDocx(
          sampleDocument({
            appendices: [
              { title: "Danh mục nghĩa vụ", landscape: true, body: [table] },
              { title: "Số liệu", body: [{ kind: "paragraph", text: "Nội dung." }] },
            ],
          }),
        ),
      )
    )["word/document.xml"]!;
    expect(xml.match(/<w:sectPr/gu)).toHaveLength(3);
    expect(xml).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>');
    expect(xml.match(/<w:pgNumType w:start="1"\/>/gu)).toHaveLength(3);
    expect(plain(xml)).toContain("Phụ lục II");
    expect(plain(xml)).toContain("(Kèm theo Báo cáo số      /BC-SVHTTDL ngày      tháng      năm 2026)");
  });

  test("ký tự mà XML không chứa được bị bỏ, dấu < & được giữ như chữ", async () => {
    const xml = (
      await partsOf(
        await writeDocx(sampleDocument({ body: [{ kind: "paragraph", text: "a\u0000b\ud800c <w:p> & d" }] })),
      )
    )["word/document.xml"]!;
    expect(xml).toContain("abc &lt;w:p&gt; &amp; d");
  });

  test("địa chỉ không phải http(s) không thành liên kết", async () => {
    const xml = (
      await partsOf(
        await writeDocx(
          sampleDocument({
            body: [{ kind: "paragraph", text: [{ text: "bấm", link: "javascript:alert(1)" }] }],
          }),
        ),
      )
    )["word/document.xml"]!;
    expect(xml).not.toContain("javascript");
    expect(xml).not.toContain("<w:hyperlink");
  });

  test("dấu dữ liệu mẫu in ở chân mọi trang", async () => {
    const all = await partsOf(await writeDocx(sampleDocument({ sampleMark: "DỮ LIỆU MẪU" })));
    const feet = Object.entries(all).filter(([name]) => /^word\/footer\d+\.xml$/u.test(name));
    expect(feet).toHaveLength(2);
    for (const [, xml] of feet) expect(plain(xml)).toContain("DỮ LIỆU MẪU");
  });
});
