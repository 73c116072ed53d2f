import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RichNode, RichText } from "#platform/rich-text/rich-text.ts";
import { sayDecimal, sayWhole } from "./say-number.ts";
import { saidOf, sayText } from "./say-text.ts";
import { scriptOf, textOf } from "./script-of-text.ts";

const manner = { zero: "linh", words: [] } as const;
const said = (text: string) => saidOf(sayText(text, manner));
const doubtful = (text: string) =>
  sayText(text, manner).flatMap(({ written, check }) => (check ? [written] : []));

test.each([
  ["0", "không"],
  ["4", "bốn"],
  ["10", "mười"],
  ["11", "mười một"],
  ["14", "mười bốn"],
  ["15", "mười lăm"],
  ["20", "hai mươi"],
  ["21", "hai mươi mốt"],
  ["24", "hai mươi tư"],
  ["25", "hai mươi lăm"],
  ["100", "một trăm"],
  ["101", "một trăm linh một"],
  ["105", "một trăm linh năm"],
  ["110", "một trăm mười"],
  ["115", "một trăm mười lăm"],
  ["1000", "một nghìn"],
  ["1005", "một nghìn không trăm linh năm"],
  ["2026", "hai nghìn không trăm hai mươi sáu"],
  ["21000", "hai mươi mốt nghìn"],
  ["1000000", "một triệu"],
  ["1000005", "một triệu không trăm linh năm"],
  ["2026000000", "hai tỷ không trăm hai mươi sáu triệu"],
  [
    "123456789012",
    "một trăm hai mươi ba tỷ bốn trăm năm mươi sáu triệu bảy trăm tám mươi chín nghìn không trăm mười hai",
  ],
  ["1000000000000", "một nghìn tỷ"],
])("%s is read “%s”", (digits, words) => {
  expect(sayWhole(digits)).toBe(words);
});

test("the South says lẻ, and what stands behind the comma is read as it is heard", () => {
  expect(sayWhole("105", "lẻ")).toBe("một trăm lẻ năm");
  expect(sayDecimal("0", "05")).toBe("không phẩy không năm");
  expect(sayDecimal("12", "25")).toBe("mười hai phẩy hai mươi lăm");
  expect(sayDecimal("3", "1416")).toBe("ba phẩy một bốn một sáu");
});

test.each([
  ["năm 2026", "năm hai nghìn không trăm hai mươi sáu"],
  ["1.234,5 tỷ đồng", "một nghìn hai trăm ba mươi tư phẩy năm tỷ đồng"],
  ["95,5%", "chín mươi lăm phẩy năm phần trăm"],
  ["từ 10-15%", "từ mười đến mười lăm phần trăm"],
  ["có 02 hồ sơ, mã 007", "có hai hồ sơ, mã không không bảy"],
  ["1.500.000đ", "một triệu năm trăm nghìn đồng"],
  ["50.000 đồng/m2", "năm mươi nghìn đồng một mét vuông"],
  ["200.000đ/người", "hai trăm nghìn đồng một người"],
  ["$500", "năm trăm đô la Mỹ"],
  ["05/11/2026", "ngày mùng năm tháng mười một năm hai nghìn không trăm hai mươi sáu"],
  ["ngày 2026-04-30", "ngày ba mươi tháng tư năm hai nghìn không trăm hai mươi sáu"],
  ["ngày 05/11", "ngày mùng năm tháng mười một"],
  ["Chủ nhật (05/11)", "Chủ nhật (ngày mùng năm tháng mười một)"],
  ["từ 5-7/11", "từ ngày mùng năm đến ngày mùng bảy tháng mười một"],
  ["ngày 4 tháng 4", "ngày mùng bốn tháng tư"],
  ["tháng 11/2026", "tháng mười một năm hai nghìn không trăm hai mươi sáu"],
  ["2021-2026", "hai nghìn không trăm hai mươi mốt đến hai nghìn không trăm hai mươi sáu"],
  ["45/50 hồ sơ", "bốn mươi lăm trên năm mươi hồ sơ"],
  ["3/4 diện tích", "ba phần tư diện tích"],
  ["8h30", "tám giờ ba mươi phút"],
  ["14h00", "mười bốn giờ"],
  ["08:05", "tám giờ năm phút"],
  ["từ 7h30-10h", "từ bảy giờ ba mươi phút đến mười giờ"],
  ["thứ 2, thứ 4, lần thứ 1", "thứ hai, thứ tư, lần thứ nhất"],
  ["lần thứ XIV, Khóa XVI", "lần thứ mười bốn, Khóa mười sáu"],
  ["Q. III", "quý ba"],
  ["quý IV/2026", "quý tư năm hai nghìn không trăm hai mươi sáu"],
  ["mục II.4.2", "mục hai chấm bốn chấm hai"],
  ["tỷ số 2-1", "tỷ số hai một"],
  ["-5°C", "âm năm độ C"],
  ["5 km, 300 ha, 60km/h", "năm ki lô mét, ba trăm héc ta, sáu mươi ki lô mét một giờ"],
  [
    "Quyết định số 05/2026/QĐ-UBND ngày 05/11 của UBND tỉnh",
    "Quyết định số không năm, năm hai nghìn không trăm hai mươi sáu ngày mùng năm tháng mười một của Ủy ban nhân dân tỉnh",
  ],
  [
    "số 05/2026/QĐ-UBND",
    "số không năm, năm hai nghìn không trăm hai mươi sáu, quyết định của Ủy ban nhân dân",
  ],
  ["Kế hoạch 36/KH-UBND", "Kế hoạch ba mươi sáu của Ủy ban nhân dân"],
  ["Nghị quyết 57-NQ/TW", "Nghị quyết năm mươi bảy của Trung ương"],
  [
    "Luật số 91/2025/QH15",
    "Luật số chín mươi mốt, năm hai nghìn không trăm hai mươi lăm của Quốc hội khóa mười lăm",
  ],
  ["0222 3822 000", "không hai hai hai, ba tám hai hai, không không không"],
  ["0912345678", "không chín một hai, ba bốn năm, sáu bảy tám"],
  ["(0222) 3822.000", "không hai hai hai, ba tám hai hai, không không không"],
  ["gọi 113 hoặc 115", "gọi một một ba hoặc một một năm"],
  ["tổng đài 1900 1234", "tổng đài một chín không không, một hai ba bốn"],
  ["mã 1.004628", "mã một chấm không không bốn sáu hai tám"],
  ["UBND, TTHC, TP. Bắc Ninh", "Ủy ban nhân dân, thủ tục hành chính, thành phố Bắc Ninh"],
  ["thủ tục hành chính (TTHC) mới", "thủ tục hành chính mới"],
  ["Sở VHTT&DL", "Sở Văn hóa, Thể thao và Du lịch"],
  ["phát triển KH&CN", "phát triển khoa học và công nghệ"],
  [
    "Sở GD&ĐT, KH&CN, VH,TT&DL và ngành VHTT&DL",
    "Sở Giáo dục và Đào tạo, Khoa học và Công nghệ, Văn hóa, Thể thao và Du lịch và ngành văn hóa, thể thao và du lịch",
  ],
  ["các Sở: Nội vụ, NN&MT", "các Sở: Nội vụ, Nông nghiệp và Môi trường"],
  ["KH số 126/KH-SVHTTDL", "kế hoạch số một trăm hai mươi sáu của Sở Văn hóa, Thể thao và Du lịch"],
  ["NĐ 61/2018/NĐ-CP", "nghị định sáu mươi mốt, năm hai nghìn không trăm mười tám của Chính phủ"],
  ["chỉ số PAR INDEX xếp thứ 12/34", "chỉ số cải cách hành chính xếp thứ mười hai trên ba mươi tư"],
  [
    "QLNN, QĐ, QR tăng 15% svck",
    "quản lý nhà nước, quyết định, quy rờ tăng mười lăm phần trăm so với cùng kỳ",
  ],
  ["30/4 - 1/5", "ngày ba mươi tháng tư đến ngày mùng một tháng năm"],
  ["250 nghìn đ, 1,2 tỷ USD", "hai trăm năm mươi nghìn đồng, một phẩy hai tỷ đô la Mỹ"],
  [
    "mã số 1.003456.000.00.00.H05",
    "mã số một chấm không không ba bốn năm sáu, không không không, không không, không không, hát không năm",
  ],
  ["TCVN 9001:2015", "tê xê vê nờ chín nghìn không trăm linh một, năm hai nghìn không trăm mười lăm"],
  ["24/7", "hai mươi bốn giờ mỗi ngày, bảy ngày mỗi tuần"],
  ["công nghiệp 4.0", "công nghiệp bốn chấm không"],
  ["A4, 5G, ½ ③ m²", "A bốn, năm G, một phần hai ba mét vuông"],
  ["vui 😀 quá", "vui quá"],
  ["tháng 4", "tháng tư"],
])("“%s” is said “%s”", (written, words) => {
  expect(said(written)).toBe(words);
});

test("what a rule may have read wrongly is left to a person", () => {
  expect(doubtful("có 1,234 người")).toEqual(["1,234"]);
  expect(doubtful("8/10 hồ sơ")).toEqual(["8/10"]);
  expect(doubtful("dự án QLDX")).toEqual(["QLDX"]);
  expect(said("QLDX")).toBe("quy lờ dê ích");
  expect(doubtful("xem https://a.vn/b?c=1 nhé")).toEqual(["https://a.vn/b?c=1"]);
  expect(doubtful("xem https://a.vn/b?c=1. Quý sau")).toEqual(["https://a.vn/b?c=1"]);
  expect(doubtful("có 1.234 người, ngày 05/11/2026, UBND")).toEqual([]);
});

test("an agency's own words stand before the usual ones", () => {
  const words = [
    { written: "UBND", spoken: "uỷ ban" },
    { written: "BN24", spoken: "Bắc Ninh hai tư" },
  ];
  expect(saidOf(sayText("UBND và BN24", { zero: "linh", words }))).toBe("uỷ ban và Bắc Ninh hai tư");
});

describe("whatever is written", () => {
  const parts = fc.constantFrom(
    ..."0123456789.,/-:()%$đ".split(""),
    ..." \n QĐ- UBND XIV Q. thứ 0 +84 km/h 8h 2026 ½ ٣ Ⅲ 〇 😀 ngày https:// a@b.vn \u200b ế".split(" "),
  );
  const text = fc.oneof(
    fc.array(parts, { maxLength: 40 }).map((list) => list.join("")),
    fc.string({ unit: "binary", maxLength: 60 }),
  );

  test("no digit is left, nothing throws, and the pieces are the text", () => {
    fc.assert(
      fc.property(text, (written) => {
        const pieces = sayText(written, { zero: "linh", words: [{ written: "km", spoken: "1 cây 9" }] });
        expect(saidOf(pieces)).not.toMatch(/\p{N}/u);
        expect(saidOf(pieces)).not.toMatch(/ {2}| [,.;:]/);
        if (/^[\x20-\x7e]*$/.test(written))
          expect(pieces.map((piece) => piece.written).join("")).toBe(written);
      }),
      { numRuns: 300 },
    );
  });

  test("a long text of one kind of sign is read to its end", () => {
    for (const unit of ["1", "1.", "1/", "0 ", "(A", "A-", "- 1", "a.", "Q. ", "I", "(UBND) "])
      expect(said(unit.repeat(4000))).not.toMatch(/\p{N}/u);
  });
});

describe("the script of an article", () => {
  const run = (value: string, href?: string): RichNode => ({
    type: "text",
    text: value,
    ...(href && { marks: [{ type: "link", attrs: { href } }] }),
  });
  const paragraph = (...content: RichNode[]): RichNode => ({ type: "paragraph", content });
  const row = (type: string, ...cells: string[]): RichNode => ({
    type: "tableRow",
    content: cells.map((cell) => ({ type, content: [paragraph(run(cell))] })),
  });
  const body = (...content: RichNode[]): RichText => ({ type: "doc", content });
  const script = (text: RichText, part: { longest?: number; title?: string } = {}) =>
    scriptOf(
      { title: part.title ?? "Rút ngắn 30% thời gian", summary: "", body: text, imageId: "a", imageAlt: "" },
      {
        ...manner,
        opening: "Kính thưa bà con!",
        closing: "Hết bản tin số 5.",
        longest: part.longest ?? 20_000,
      },
    );

  test("opens, tells one thing a line, counts aloud and closes; pictures and addresses are left out and named", () => {
    const { lines, leftOut } = script(
      body(
        { type: "heading", attrs: { level: 2 }, content: [run("kết quả")] },
        paragraph(run("Xem "), run("ở đây", "https://a.vn/1"), run(".")),
        {
          type: "orderedList",
          content: [
            { type: "listItem", content: [paragraph(run("rà soát"))] },
            { type: "listItem", content: [paragraph(run("công bố"))] },
          ],
        },
        { type: "image", attrs: { src: "/media/a", caption: "Bà con làm thủ tục" } },
      ),
    );
    expect(textOf({ lines }).split("\n")).toEqual([
      "Kính thưa bà con!",
      "Rút ngắn ba mươi phần trăm thời gian.",
      "Kết quả.",
      "Xem ở đây.",
      "Một là, rà soát.",
      "Hai là, công bố.",
      "Hết bản tin số năm.",
    ]);
    expect(leftOut.map(({ what }) => what)).toEqual([
      "Ảnh đại diện không có chú thích",
      "Địa chỉ của liên kết ở chữ “ở đây”",
      "Ảnh “Bà con làm thủ tục”",
    ]);
  });

  test("a small table becomes sentences, another is named and said where it stands", () => {
    const small = {
      type: "table",
      content: [
        row("tableHeader", "TT", "Xã, phường", "Số hồ sơ", "Tỷ lệ"),
        row("tableCell", "1", "Phường Mẫu", "1.204", "98,5%"),
      ],
    };
    const bare = { type: "table", content: [row("tableCell", "a", "b"), row("tableCell", "c", "d")] };
    const { lines, leftOut } = script(body(small, bare));
    expect(textOf({ lines })).toContain(
      "Phường Mẫu: số hồ sơ một nghìn hai trăm linh bốn; tỷ lệ chín mươi tám phẩy năm phần trăm.",
    );
    expect(textOf({ lines })).toContain("bảng đăng trên cổng thông tin điện tử");
    expect(leftOut.map(({ what }) => what)).toContain("Bảng “a, b”");
  });

  test("is never longer than it may be, and says from where the article was not taken in", () => {
    const many = body(
      ...Array.from({ length: 400 }, () => paragraph(run("Câu chuyện của 1.234.567 người dân."))),
    );
    const cut = script(many, { longest: 2000 });
    expect(textOf(cut).length).toBeLessThanOrEqual(2000);
    expect(textOf(cut)).toMatch(/Hết bản tin số năm\.$/);
    expect(cut.leftOut[0]?.what).toMatch(/^Phần cuối bài/);
  });

  test("whatever the JSON, nothing throws and no digit is left", () => {
    const types = [
      "paragraph",
      "table",
      "tableRow",
      "tableHeader",
      "orderedList",
      "listItem",
      "image",
      "text",
    ];
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), fc.constantFrom(...types), (json, type) => {
        const made = script({ type: "doc", content: [{ type, content: JSON.parse(json) }] } as RichText);
        expect(textOf(made)).not.toMatch(/\p{N}/u);
      }),
      { numRuns: 60 },
    );
  });
});
