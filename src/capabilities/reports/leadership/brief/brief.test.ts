import { getDocument } from "unpdf/pdfjs";
import { expect, test } from "vitest";
import type { Overview, OverviewGroup } from "../overview.ts";
import { briefOf } from "./brief.ts";
import { setBrief } from "./set-brief.ts";

const rows = (count: number, words: string): OverviewGroup["rows"] =>
  Array.from({ length: count }, (_, n) => ({
    ...{ id: String(n), label: `${words} số ${n}`, detail: "Phòng Mẫu A · hạn 01/12/2026", to: "/bao-cao" },
    isMine: false,
  }));

const overview = (amount: number, words = "Việc mẫu"): Overview => {
  const counts = { proven: 5, explained: 1, "not-due": 1, open: 3 };
  return {
    agency: { name: "Sở Văn hóa, Thể thao và Du lịch", isSample: true },
    plan: { id: "p", title: "Kế hoạch mẫu" },
    period: { code: "2026-Q4", label: "Quý IV năm 2026", from: "2026-09-15", to: "2026-12-14" },
    ...{ until: "2026-12-01", takenAt: "2026-12-01T01:00:00.000Z", counts, total: 10 },
    figures: [
      { key: "a", label: "Nhiệm vụ đến hạn", words: "không phát sinh", numerator: 0, denominator: 0 },
      { key: "b", label: "Sản phẩm đã đăng", words: "12 sản phẩm", numerator: 12, denominator: null },
    ],
    clauses: Array.from({ length: amount }, (_, n) => ({
      ...{
        clause: `II.${n + 1}`,
        mark: `II.${n + 1}`,
        name: `${words}: nội dung tuyên truyền`,
        counts,
        total: 10,
      },
    })),
    parts: [],
    months: [
      { code: "2026-10", label: "Tháng 10 năm 2026", count: 3 },
      { code: "2026-11", label: "Tháng 11 năm 2026", count: 0 },
    ],
    late: ["tasks", "dossiers", "feedback"].map((key) => ({
      ...{ key, label: `Trễ ${key}`, rows: rows(amount, words) },
    })),
    waiting: ["texts", "apologies", "answers", "reports"].map((key) => ({
      ...{ key, label: `Chờ ${key}`, rows: rows(amount, words) },
    })),
  };
};

async function read(pdf: Uint8Array) {
  const document = await getDocument({ data: new Uint8Array(pdf) }).promise;
  const words: string[] = [];
  for (let page = 1; page <= document.numPages; page += 1) {
    const { items } = await (await document.getPage(page)).getTextContent();
    words.push(...items.map((item) => ("str" in item ? item.str : "")));
  }
  return { pages: document.numPages, text: words.join(" ").replace(/\s+/g, " ") };
}

test.each([0, 3, 400])(
  "it has two pages with %i rows of everything; what does not fit is a number",
  async (amount) => {
    const pdf = await setBrief(overview(amount));
    const { pages, text } = await read(pdf);
    expect(pages).toBe(2);
    expect(text).toContain("Tóm tắt gửi lãnh đạo: Quý IV năm 2026");
    expect(text).toContain("không phát sinh");
    expect(text).toContain("DỮ LIỆU MẪU");
    if (amount === 0) expect(text).toContain("Không có việc nào.");
    if (amount === 400) expect(text).toMatch(/và 39\d việc khác/);
    expect(Buffer.from(pdf).toString("latin1")).toMatch(/StructTreeRoot/);
  },
);

test("words as long as they can be do not make a third page", async () => {
  const long = "Đẩy mạnh tuyên truyền cải cách hành chính gắn với chuyển đổi số ".repeat(8);
  expect((await read(await setBrief(overview(400, long)))).pages).toBe(2);
});

test("every row is either told or counted among the rest", () => {
  const brief = briefOf(overview(7), { rows: 5, clauses: 4 });
  expect(brief.late[0]).toMatchObject({ head: "Trễ tasks: 7", more: "và 2 việc khác" });
  expect(brief.late[0]!.rows).toHaveLength(5);
  expect(brief.moreClauses).toBe("và 3 mục khác");
  expect(briefOf(overview(5), { rows: 5, clauses: 9 }).late[0]!.more).toBeNull();
});
