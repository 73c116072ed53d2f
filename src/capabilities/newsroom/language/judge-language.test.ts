import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RichNode, RichText } from "#platform/rich-text/rich-text.ts";
import { noAi } from "../ai-use/ai-use.ts";
import { contentKinds, kindOf } from "../kinds/index.ts";
import { sampleItems } from "../sample-content.ts";
import { stories } from "../similarity/stories.fixture.ts";
import { judgeLanguage, languageJudge } from "./judge-language.ts";
import type { RemarkKind } from "./remark.ts";
import { standardWords } from "./word-list.ts";

const yardstick = {
  words: standardWords,
  ended: [
    { number: "61/2018/NĐ-CP", type: "Nghị định", successor: "118/2025/NĐ-CP", toConfirm: false },
    { number: "20/2010/QĐ-UBND", type: "Quyết định", successor: null, toConfirm: true },
  ],
};
const text = (words: string, marks?: RichNode["marks"]): RichNode => ({
  type: "text",
  text: words,
  ...(marks && { marks }),
});
const paragraph = (...content: RichNode[]): RichNode => ({ type: "paragraph", content });
const link = (words: string, href: string) => text(words, [{ type: "link", attrs: { href } }]);
const doc = (...content: RichNode[]): RichText => ({ type: "doc", content });
const judge = (body: RichText) => judgeLanguage({ title: "", summary: "", body }, yardstick);
/** What is found in one paragraph: the kind and the words meant. */
const inProse = (words: string) =>
  judge(doc(paragraph(text(words)))).map(({ kind, passage }) => [kind, passage]);

describe("what is remarked on", () => {
  test.each<[RemarkKind, string, string]>([
    ["personal-data", "Bà con gọi anh Mẫu, 0912 345 678, để được giúp.", "0912 345 678"],
    ["personal-data", "Số máy +84912345678 của ông Mẫu.", "+84912345678"],
    ["personal-data", "Anh Trần Văn Mẫu, số căn cước 027085001234, được hỗ trợ.", "027085001234"],
    ["personal-data", "Danh sách: Mẫu Thị A 027 185 001 234.", "027 185 001 234"],
    ["personal-data", "Thư gửi về nguyenvanmau1990@gmail.com trước ngày 5.", "nguyenvanmau1990@gmail.com"],
    ["personal-data", "Ủng hộ chị Mẫu, số tài khoản 19034567890123, ngân hàng Mẫu.", "19034567890123"],
    ["personal-data", "Xe biển số 99A-123.45 dừng trước cổng.", "99A-123.45"],
    ["personal-data", "Xe máy 98-B1 234.56 bị giữ.", "98-B1 234.56"],
    [
      "personal-data",
      "Bà Mẫu trú tại số 12 ngõ 5, phố Mẫu; năm nay 70 tuổi.",
      "trú tại số 12 ngõ 5, phố Mẫu",
    ],
    ["spelling", "Cán bộ hướng dẫn ngưòi dân nộp hồ sơ.", "ngưòi"],
    ["spelling", "Sở đã tiếp nhậnhồ sơ của dân.", "nhậnhồ"],
    ["spelling", "Thủ tục được rút gọnn và nghành liên quan vào cuộc.", "nghành"],
    ["spelling", "Hồ sơ được sử lý trong ngày.", "sử lý"],
    ["citation", "Theo Nghị định số 61/2018/NĐ-CP, một cửa làm việc cả sáng thứ Bảy.", "61/2018/NĐ-CP"],
    ["citation", "Theo Nghị định 61/2018, một cửa làm việc cả sáng thứ Bảy.", "Nghị định 61/2018"],
    ["name", "Người dân nộp hồ sơ tại UBND huyện từ hôm nay.", "UBND huyện"],
    ["name", "Hội thi diễn ra tại huyện Mẫu Sơn vào chủ nhật.", "huyện Mẫu Sơn"],
    ["name", "Đoàn đến từ tỉnh Bà Rịa - Vũng Tàu hôm nay.", "tỉnh Bà Rịa - Vũng Tàu"],
    ["name", "Hồ sơ gửi Sở Tài nguyên và Môi trường.", "Sở Tài nguyên và Môi trường"],
    ["abbreviation", "Sở rút gọn mười TTHC trong năm.", "TTHC"],
    ["abbreviation", "Phòng của Sở VH,TT&DL nhận hồ sơ.", "VH,TT&DL"],
    ["phrase", "Phòng tiến hành rà soát biểu mẫu.", "tiến hành rà soát"],
    ["phrase", "Các xã tổ chức triển khai thực hiện kế hoạch.", "tổ chức triển khai thực hiện"],
    ["phrase", "Các xã triển khai thực hiện kế hoạch.", "triển khai thực hiện"],
    ["source", "Đến nay 92,5% người dân hài lòng.", "92,5%"],
  ])("%s: %s", (kind, words, passage) => {
    expect(inProse(words)).toContainEqual([kind, passage]);
  });

  test.each([
    "Đường dây nóng của Sở: 0912 345 678, phục vụ cả ngày nghỉ.",
    "Gửi thư về vanthu@svhttdl.gov.vn hoặc lienhe@mau.vn.",
    "Kinh phí 1.234.567.890 đồng, trong đó 912.345.678 đồng từ xã hội hóa.",
    "Hồ sơ số 027085001234 đã có kết quả.",
    "Nộp phí vào số tài khoản 3713001234567 của Kho bạc Nhà nước khu vực Mẫu.",
    "Ngày 30/11/2026, Kế hoạch số 36/KH-UBND và Công văn 1234/SVHTTDL-VP được gửi đi.",
    "Theo Nghị định 118/2025/NĐ-CP thay thế Nghị định 61/2018/NĐ-CP, người dân chọn nơi nộp hồ sơ.",
    "Trước ngày 01/7/2025, người dân nộp hồ sơ tại UBND huyện.",
    "Di tích thuộc huyện Mẫu Sơn cũ, nay là xã Mẫu Sơn.",
    "Sở rút gọn mười thủ tục hành chính (TTHC); mỗi TTHC bớt một giấy tờ.",
    "Sở Văn hóa, Thể thao và Du lịch (Sở VH,TT&DL) rút gọn hồ sơ; Sở VH,TT&DL trả lời ngay.",
    "Theo báo cáo của Văn phòng Sở, 92,5% hồ sơ được trả trước hạn.",
    "Ca sĩ Krông Păk hát bài Đắk Lắk; nhà rông, ôtô, axít, café đều là từ quen.",
    "Anh ấy nói: “Khuya, khuỷu tay, quýnh quáng, ngoằn ngoèo, nguệch ngoạc, huých, quỵt, giếng, gìn giữ.”",
    "UBND tỉnh, HĐND, TP HCM, kỳ họp thứ XVIII, mã QR và GDP.",
    "LỄ KHAI MẠC HỘI THI TTHC NĂM 2026",
    "Bà Mẫu sống ở thôn Đông, xã Mẫu, làm nghề gốm đã 40 năm.",
  ])("nothing in: %s", (words) => {
    expect(inProse(words)).toEqual([]);
  });

  test("what is proposed can stand where the words do; what only explains is not proposed", () => {
    const words =
      "Triển khai thực hiện một cách có hiệu quả, hồ sơ của tỉnh Hải Dương nộp tại UBND huyện được sử lý theo Nghị định 61/2018/NĐ-CP.";
    const proposed = judge(doc(paragraph(text(words)))).map(({ passage, instead }) => [passage, instead]);
    expect(Object.fromEntries(proposed)).toEqual({
      "Triển khai thực hiện": "Thực hiện",
      "một cách có hiệu quả": "hiệu quả",
      "tỉnh Hải Dương": "thành phố Hải Phòng",
      "UBND huyện": undefined,
      "sử lý": "xử lý",
      "61/2018/NĐ-CP": "118/2025/NĐ-CP",
    });
  });

  test("a sentence or a clause that is too long, but no list of short ones", () => {
    const clause = "người dân nộp hồ sơ tại nhà rồi nhận kết quả";
    expect(inProse(`${Array(6).fill(clause).join(", ")}.`)).toMatchObject([["sentence", expect.any(String)]]);
    expect(inProse(`${Array(5).fill(clause).join(" và ")}.`)).toMatchObject([
      ["sentence", expect.any(String)],
    ]);
    expect(inProse(`${Array(12).fill(clause).join(". Ngoài ra ")}.`)).toEqual([]);
  });

  test("links, headings and tables that a screen reader cannot make sense of", () => {
    const cell = (type: string, words: string): RichNode => ({ type, content: [paragraph(text(words))] });
    const table = (head: string): RichNode => ({
      type: "table",
      content: [
        { type: "tableRow", content: [cell(head, "Đơn vị"), cell(head, "Số hồ sơ")] },
        { type: "tableRow", content: [cell("tableCell", "Phòng Mẫu"), cell("tableCell", "12")] },
      ],
    });
    const heading = (level: number, words: string): RichNode => ({
      type: "heading",
      attrs: { level },
      content: [text(words)],
    });
    const found = judge(
      doc(
        heading(2, "Kết quả"),
        heading(4, "Nhảy cấp"),
        paragraph(
          text("Xem "),
          link("tại đây", "https://mau.vn/a"),
          text(" hoặc "),
          link("danh mục thủ tục", "https://mau.vn/b"),
        ),
        paragraph(link("gọi cho anh Mẫu", "tel:0912345678")),
        table("tableCell"),
        table("tableHeader"),
      ),
    );
    expect(found.map(({ kind, passage }) => [kind, passage])).toEqual([
      ["personal-data", "gọi cho anh Mẫu"],
      ["link", "tại đây"],
      ["structure", "Nhảy cấp"],
      ["structure", "Đơn vị"],
    ]);
  });

  test("points at the words as they were written, decomposed or with unseen marks, under the same key", () => {
    const words = "Ở đây\u200b ngưòi dân gọi 09\u200b12 345 678.";
    const [phone, spelling] = judge(doc(paragraph(text(words.normalize("NFD")))));
    expect([phone!.kind, spelling!.kind]).toEqual(["personal-data", "spelling"]);
    expect(words.normalize("NFD").slice(spelling!.from, spelling!.to).normalize("NFC")).toBe("ngưòi");
    const [samePhone, sameSpelling] = judge(doc(paragraph(text("Có ngưòi gọi 0912 345 678."))));
    expect([samePhone!.key, sameSpelling!.key]).toEqual([phone!.key, spelling!.key]);
  });

  test("next to nothing in the news of the sample and of others: nobody heeds who always warns", () => {
    const texts = [
      ...sampleItems.map(({ kind, title, summary, paragraphs, own = {} }) => {
        return { kind: kindOf(kind), title, summary, paragraphs, own };
      }),
      ...stories.map((story) => ({ title: "", summary: "", paragraphs: story.text.split("\n") })),
    ];
    const found = texts.flatMap(({ paragraphs, ...beside }) =>
      judgeLanguage(
        { ...beside, body: doc(...paragraphs.map((words) => paragraph(text(words)))) },
        yardstick,
      ),
    );
    expect(found.map(({ kind, passage }) => `${kind}: ${passage}`)).toEqual([]);
  });
});

describe("everything that citizens read", () => {
  const mediaId = "0192aaaa-aaaa-7aaa-8aaa-aaaaaaaaaaaa";
  const phone = (place: number) => `Gọi chị Mẫu, 0912 345 ${100 + place}.`;
  const email = "chi.mau.1990@gmail.com";

  test.each(contentKinds)("of the kind $slug is judged, each place by its name", (kind) => {
    let places = 0;
    const next = () => {
      places += 1;
      return phone(places);
    };
    const own = Object.fromEntries(
      kind.own.map(({ name, type }) => [
        name,
        type === "line" || type === "text" ? next() : type === "email" ? email : "0912 345 999",
      ]),
    );
    const media = kind.media.map(({ role }) => ({ mediaId, role, alt: next(), caption: next() }));
    const pictured = { type: "image", attrs: { src: `/media/${mediaId}`, alt: next(), caption: next() } };
    const plays = kind.media.find(({ recording }) => recording !== null);
    const spokenElsewhere = (own[plays?.recording?.saidIn ?? ""] ?? "") !== "";
    const recordings = plays && [
      {
        id: mediaId,
        sort: plays.sort === "audio" ? ("audio" as const) : ("video" as const),
        alt: next(),
        // The number goes over two lines of one caption.
        captions: `WEBVTT\n\n1\n00:01.000 --> 00:02.000\n<b>${next().replace(" 345", "\n345")}</b>\n`,
        transcript: spokenElsewhere ? phone(500) : next(),
      },
    ];
    const text = { kind, title: next(), summary: next(), imageAlt: next(), own, media, recordings };
    const found = judgeLanguage(
      { ...text, recordings: recordings ?? [], aiUse: { ...noAi, label: next() }, body: doc(pictured) },
      yardstick,
    ).filter((remark) => remark.kind === "personal-data");
    const emails = kind.own.filter(({ type }) => type === "email").length;
    expect(new Set(found.map(({ field }) => field)).size).toBe(places + emails);
    expect(new Set(found.map(({ where }) => where)).size).toBe(places + emails);
    // A number that the kind asks for is there to be called; what stands for staff alone is not public.
    expect(found.map(({ passage }) => passage)).not.toContain("0912 345 999");
  });
});

describe("whatever is typed", () => {
  const odd = fc.constantFrom(
    "👨‍👩‍👧‍👦",
    "\u202e",
    "\u200b",
    "ế".normalize("NFD"),
    "\u0301",
    "0912345678",
    "@",
    ".",
    "(",
    "TTHC",
    " ",
    "\n",
    "huyện Ấ",
    "\ud83d",
    "%",
    "12/2018/NĐ-",
  );
  const body = fc
    .array(fc.array(fc.oneof(odd, fc.string({ unit: "binary", maxLength: 8 })), { maxLength: 30 }), {
      maxLength: 6,
    })
    .map((blocks) =>
      doc(...blocks.map((parts) => paragraph(...parts.filter(Boolean).map((part) => text(part))))),
    );

  test("is judged without a fault, and each remark stands within its block", () => {
    fc.assert(
      fc.property(body, (typed) => {
        const written = typed.content!.map(({ content = [] }) => content.map((part) => part.text).join(""));
        for (const { block, from, to } of judge(typed)) {
          expect(from).toBeLessThanOrEqual(to);
          expect(to).toBeLessThanOrEqual(written[block]!.length);
        }
      }),
      { numRuns: 150 },
    );
  });

  test("is looked at piece by piece, and again only where it has changed", () => {
    const steps = (judged: Generator<undefined, unknown>) => {
      let count = 0;
      while (!judged.next().done) count += 1;
      return count;
    };
    const sentence = "Người dân gọi 0912 345 678 để hỏi về hồ sơ đã nộp tại UBND huyện. ";
    const long = (words: string, times: number) => ({
      title: "",
      summary: "",
      body: doc(paragraph(text(words.repeat(times)))),
    });
    // 200,000 words in one paragraph, or in one endless word, stop often enough for others.
    for (const words of [sentence, "👨‍👩‍👧‍👦", "a\u200b", ".", "“ ", "A@"]) {
      const times = Math.ceil(300_000 / words.length);
      const judge = languageJudge(yardstick);
      const [once, twice] = [steps(judge(long(words, times))), steps(judge(long(words, times * 2)))];
      expect(once).toBeGreaterThan(20);
      expect(twice).toBeLessThan(once * 2.2);
    }
  });
});
