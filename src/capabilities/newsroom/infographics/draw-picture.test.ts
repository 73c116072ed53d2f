import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawPictures, type Identity } from "./draw-picture.ts";
import { altOf, type GraphicInput, unfitFields } from "./infographic.ts";
import { shapes, type Template } from "./template.ts";
import { templates } from "./templates/index.ts";

const identity: Identity = {
  agencyName: "Sở Văn hóa, Thể thao và Du lịch",
  superiorName: "Ủy ban nhân dân tỉnh",
  address: "https://so.example.gov.vn/tin-tuc/0193a7c2-1111-7abc-8def-0123456789ab",
};
const inputOf = (template: Template, part: Partial<GraphicInput> = {}): GraphicInput => ({
  template: template.slug,
  title: template.example.title,
  rows: [...template.example.rows],
  source: "Báo cáo số 214/BC của Sở",
  day: "2026-11-14",
  ...part,
});
const byslug = (slug: string) => templates.find((template) => template.slug === slug)!;
const messages = (input: GraphicInput) => {
  const { issues, drawings } = drawPictures(input, identity);
  return [...issues, ...drawings.flatMap((drawing) => drawing.issues)].map(({ message }) => message);
};

interface Ink {
  size: number;
  letters: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Where the ink of each line of text lies, read back from the outlines. */
function inkOf(svg: string): Ink[] {
  const outlines = new Map(
    [...svg.matchAll(/<path id="([^"]+)" d="([^"]+)"/gu)].map(([, id, d]) => {
      const numbers = d!.match(/-?\d+/gu)!.map(Number);
      const [x, y] = [0, 1].map((axis) => numbers.filter((_, at) => at % 2 === axis));
      return [id, { x: [Math.min(...x!), Math.max(...x!)], y: [Math.min(...y!), Math.max(...y!)] }];
    }),
  );
  const groups = svg.matchAll(
    /<g transform="translate\(([\d.-]+) ([\d.-]+)\) scale\(([\d.]+)e-3\)"[^>]*>(.*?)<\/g>/gu,
  );
  return [...groups].map(([, x, y, size, uses]) => {
    const scale = Number(size) / 1000;
    const boxes = [...uses!.matchAll(/href="#([^"]+)" x="(-?\d+)"/gu)].map(([, id, at]) => {
      const { x: across, y: down } = outlines.get(id!)!;
      return { across: across.map((value) => value + Number(at)), down };
    });
    return {
      size: Number(size),
      letters: boxes.length,
      left: Number(x) + Math.min(...boxes.map(({ across }) => across[0]!)) * scale,
      right: Number(x) + Math.max(...boxes.map(({ across }) => across[1]!)) * scale,
      top: Number(y) + Math.min(...boxes.map(({ down }) => down[0]!)) * scale,
      bottom: Number(y) + Math.max(...boxes.map(({ down }) => down[1]!)) * scale,
    };
  });
}

const lettersIn = (words: string) => [...words.normalize("NFC").replace(/\s/gu, "")].length;

const word = fc.oneof(
  fc.constantFrom(
    "nghiêng",
    "Nguyễn",
    "khuếch",
    "trường",
    "ẨẪẬ",
    "Ỷ",
    "giữa",
    "ưỡn",
    "đ",
    "1.234.567,89",
    "₫",
    "Thuỷ",
  ),
  fc.constantFrom(
    "214/BC-SVHTTDL",
    "dichvucong.gov.vn",
    "hướng-dẫn-viên-du-lịch-nội-địa",
    "Nghiêngnghiêngngả",
  ),
  fc.constantFrom("e\u0302\u0301", "u\u031B\u0323", "A\u0306\u0303", "–", "(2026)", "98,7%"),
);
const words = (longest: number) =>
  fc
    .array(word, { minLength: 1, maxLength: 24 })
    .map((parts) =>
      parts
        .reduce((text, part) => (text.length + part.length >= longest ? text : `${text} ${part}`), "")
        .trim(),
    )
    .map((text) => text || "đ");

const anyInput = fc.constantFrom(...templates).chain((template) =>
  fc.record({
    template: fc.constant(template.slug),
    title: words(140),
    source: words(160),
    day: fc.constantFrom(null, "2026-11-14"),
    rows: fc.array(
      fc.record(
        Object.fromEntries(
          template.columns.map(({ name, longest, holds }) => [
            name,
            holds === "measure"
              ? fc.integer({ min: 0, max: 99 }).map((value) => `${value},5%`)
              : words(longest),
          ]),
        ),
      ),
      { minLength: template.fewestRows, maxLength: template.mostRows },
    ),
  }),
);

describe("pictures drawn from a table", () => {
  test("every text stands whole inside the picture and touches no other, or its field is named", () => {
    let drawn = 0;
    fc.assert(
      fc.property(anyInput, (input) => {
        const { issues, drawings } = drawPictures(input, identity);
        expect(issues).toEqual([]);
        for (const { shape, svg, issues: unfit } of drawings) {
          expect(svg === null).toBe(unfit.length > 0);
          for (const { message } of unfit)
            expect(message).toMatch(
              /^(Tiêu đề|Nguồn số liệu|Bảng \d+ dòng|Dòng \d+, ô “.+”) không vừa hình/u,
            );
          if (svg === null) continue;
          drawn += 1;
          const { width, height, smallest } = shapes.find(({ slug }) => slug === shape)!;
          const lines = inkOf(svg);
          for (const { left, right, top, bottom, size } of lines) {
            expect(Math.min(left, top)).toBeGreaterThan(0);
            expect(right).toBeLessThan(width);
            expect(bottom).toBeLessThan(height);
            expect(size).toBeGreaterThanOrEqual(smallest);
          }
          const touching = lines.filter((one, at) =>
            lines
              .slice(at + 1)
              .some(
                (other) =>
                  one.left < other.right &&
                  other.left < one.right &&
                  one.top < other.bottom &&
                  other.top < one.bottom,
              ),
          );
          expect(touching).toEqual([]);
          const typed = [input.title, input.source, ...input.rows.flatMap((row) => Object.values(row))];
          const all = lines.reduce((sum, { letters }) => sum + letters, 0);
          expect(all).toBeGreaterThanOrEqual(typed.reduce((sum, text) => sum + lettersIn(text), 0));
        }
      }),
      { numRuns: 16, seed: 20_261_129 },
    );
    expect(drawn).toBeGreaterThan(10);
  });

  test("the examples of all templates fit all shapes, and the same table gives the same bytes", () => {
    for (const template of templates) {
      const once = drawPictures(inputOf(template), identity);
      expect(once.drawings.map(({ svg }) => svg !== null)).toEqual([true, true, true]);
      expect(drawPictures(inputOf(template), identity)).toEqual(once);
    }
  });

  test("ordinary long names stand in every shape: rows take what they need of one another's room", () => {
    const [place, given] = [
      "Trung tâm Phục vụ hành chính công xã Nghĩa Phương",
      "Thời gian giải quyết kể từ ngày nhận đủ hồ sơ hợp lệ",
    ];
    const long: Record<string, GraphicInput["rows"]> = {
      figures: [
        {
          value: "98,7%",
          name: "hồ sơ lĩnh vực hướng dẫn du lịch giải quyết đúng hạn và trước hạn",
          note: "tăng 1,2 điểm so với quý II",
        },
        { value: "1.240", name: `hồ sơ nộp trực tuyến tại ${place}`, note: "chiếm 71% số hồ sơ" },
        { value: "3 ngày", name: "thời gian trung bình", note: "quy định là 5 ngày" },
      ],
      steps: [
        {
          name: "Đăng nhập Cổng dịch vụ công quốc gia",
          note: "Dùng tài khoản định danh điện tử mức độ 2",
          time: "2 phút",
        },
        {
          name: "Chọn thủ tục “Cấp thẻ hướng dẫn viên du lịch nội địa”",
          note: "Thông tin đã có trong Cơ sở dữ liệu quốc gia về dân cư thì hệ thống tự điền",
          time: "10 phút",
        },
        { name: "Nộp phí thẩm định", note: "Thanh toán trực tuyến", time: "3 phút" },
        { name: "Phòng Quản lý du lịch thẩm định", note: "", time: "7 ngày làm việc" },
        { name: `Nhận thẻ tại ${place}`, note: "", time: "" },
      ],
      "before-after": [
        { name: given, before: "15 ngày làm việc", after: "9 ngày làm việc" },
        { name: "Giấy tờ phải nộp", before: "6 loại, bản sao có chứng thực", after: "3 loại, bản chụp" },
        { name: "Số lần phải đến cơ quan", before: "2 lần", after: "Không phải đến" },
        { name: "Lệ phí", before: "500.000 đồng", after: "250.000 đồng" },
      ],
    };
    for (const [slug, rows] of Object.entries(long))
      for (const { shape, issues } of drawPictures(inputOf(byslug(slug), { rows }), identity).drawings)
        expect(issues, `${slug} ${shape}`).toEqual([]);
    const { template, rows } = { template: byslug("before-after"), rows: long["before-after"]! };
    expect(altOf(template, inputOf(template, { rows }))).toContain(
      `${given}: trước 15 ngày làm việc, sau 9 ngày`,
    );
  });

  test("what the font cannot draw is refused at its field, what no eye sees is left out", () => {
    const ranking = byslug("ranking");
    const [first, ...rest] = ranking.example.rows;
    expect(messages(inputOf(ranking, { title: "Một cửa 😀 ≥ 90%" }))).toEqual([
      "Tiêu đề có “😀”, “≥” mà phông chữ không vẽ được; hãy bỏ hoặc viết bằng chữ.",
    ]);
    expect(messages(inputOf(ranking, { rows: [{ ...first, name: "Q\u0303uý" }, ...rest] }))).toEqual([
      "Dòng 1, ô “Tên” có “Q\u0303” mà phông chữ không vẽ được; hãy bỏ hoặc viết bằng chữ.",
    ]);
    expect(messages(inputOf(ranking, { title: "Một\u200b cửa\u202e\tliên thông" }))).toEqual([]);
  });

  test("a word that fits nowhere, a missing cell, no number, other units and too many rows are named", () => {
    const figures = byslug("figures");
    const [first, ...rest] = figures.example.rows;
    const long = "Nghiêng".repeat(15);
    expect(messages(inputOf(figures, { rows: [{ ...first, name: long }, ...rest] }))).toContain(
      "Dòng 1, ô “Số ấy nói về gì” không vừa hình “Bài đăng (vuông)” dù chữ đã nhỏ hết mức; hãy viết ngắn lại, bớt dòng, hoặc không lấy khuôn này.",
    );
    const nowhere = inputOf(figures, { rows: [{ ...first, name: long }, ...rest] });
    const { drawings } = drawPictures(nowhere, identity);
    expect(drawings.map(({ svg }) => svg)).toEqual([null, null, null]);
    const [once, ...others] = unfitFields(figures, nowhere, drawings);
    for (const { label } of shapes) expect(once?.message).toContain(`“${label}”`);
    expect(once).toMatchObject({ field: "rows.0.name", shape: null });
    expect(others.map(({ field }) => field)).not.toContain("rows.0.name");
    expect(unfitFields(figures, nowhere, drawings.slice(0, 2))[0]?.message).toContain(
      "hoặc không lấy khuôn này",
    );
    const ranking = byslug("ranking");
    const rows = [
      { name: "A", value: "5%" },
      { name: "", value: "nhiều" },
      { name: "C", value: "6 ngày" },
    ];
    expect(messages(inputOf(ranking, { rows, title: " " }))).toEqual([
      "Hãy ghi tiêu đề của hình.",
      "Dòng 2, ô “Tên” còn trống.",
      "Dòng 2, ô “Số” phải bắt đầu bằng một số, ví dụ 98,7% hoặc 1.240 hồ sơ.",
      "Dòng 3, ô “Số” khác đơn vị tính với dòng 1 nên không so với nhau được.",
    ]);
    expect(messages(inputOf(ranking, { rows: Array.from({ length: 11 }, () => rows[0]!) }))).toEqual([
      "Mẫu này vẽ nhiều nhất 10 dòng; bảng có 11. Hãy bớt dòng.",
    ]);
  });
});
