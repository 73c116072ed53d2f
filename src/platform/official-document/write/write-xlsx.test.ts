import { readXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { writeXlsx } from "./write-xlsx.ts";

const columns = [
  { header: "Tên", width: 30, kind: "text" },
  { header: "Số", width: 10, kind: "number" },
  { header: "Ngày", width: 12, kind: "date" },
  { header: "Địa chỉ", width: 40, kind: "url" },
] as const;

describe("bảng tính .xlsx", () => {
  test("ghi rồi đọc lại đúng chữ, số, ngày, liên kết và ô trống", async () => {
    const file = await writeXlsx([
      {
        name: "Minh chứng",
        columns: [...columns],
        rows: [
          ["Ưỡn ẹo".normalize("NFD"), 12.5, "2026-11-14", "https://example.vn/a"],
          [null, null, null, "không phải địa chỉ"],
        ],
      },
    ]);
    const { sheets } = await readXlsx(file);
    expect(sheets[0]!.name).toBe("Minh chứng");
    const [head, first, second] = sheets[0]!.rows;
    expect(head).toEqual(["Tên", "Số", "Ngày", "Địa chỉ"]);
    expect(first![0]).toBe("Ưỡn ẹo");
    expect(first![1]).toBe(12.5);
    expect(new Date(first![2] as string | Date).toISOString().slice(0, 10)).toBe("2026-11-14");
    expect(first![3]).toBe("https://example.vn/a");
    expect(second!.slice(0, 3).every((cell) => cell === null || cell === undefined || cell === "")).toBe(
      true,
    );
    expect(second![3]).toBe("không phải địa chỉ");
  });

  test("chữ bắt đầu bằng = + - @ là chữ, không bao giờ thành công thức", async () => {
    const texts = ["=1+1", "+84", "-2", "@SUM(A1)", '=HYPERLINK("http://x")'];
    const file = await writeXlsx([
      {
        name: "A",
        columns: [{ header: "=Tiêu đề", width: 10, kind: "text" }],
        rows: texts.map((text) => [text]),
      },
    ]);
    const { sheets } = await readXlsx(file);
    expect(sheets[0]!.rows.map(([cell]) => cell)).toEqual(["=Tiêu đề", ...texts]);
    const { Uint8ArrayReader, TextWriter, ZipReader } = await import("@zip.js/zip.js");
    for (const entry of await new ZipReader(new Uint8ArrayReader(file)).getEntries())
      if (!entry.directory && entry.filename.startsWith("xl/worksheets/"))
        expect(await entry.getData(new TextWriter())).not.toMatch(/<f[ >]/u);
  });

  test("cùng nội dung, cùng thời điểm cho cùng một tệp đến từng byte", async () => {
    const write = () =>
      writeXlsx(
        [{ name: "A", columns: [...columns], rows: [["x", 1, "2026-11-14", null]] }],
        "2026-11-16T01:12:00Z",
      );
    expect(Buffer.from(await write()).equals(Buffer.from(await write()))).toBe(true);
  });

  test("tên trang tính quá dài hoặc có ký tự cấm được rút gọn", async () => {
    const file = await writeXlsx([
      { name: "Danh mục: nghĩa vụ / nhiệm vụ và minh chứng", columns: [...columns], rows: [] },
    ]);
    const { sheets } = await readXlsx(file);
    expect(sheets[0]!.name.length).toBeLessThanOrEqual(31);
  });
});
