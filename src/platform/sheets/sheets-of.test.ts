import { describe, expect, test } from "vitest";
import type { ListKind } from "./list-kind.ts";
import { everyFormat, type Grid } from "./lists.fixture.ts";
import { readList } from "./read-list.ts";

const words = {
  number: { header: "Số, ký hiệu", how: "", example: "", also: ["so ky hieu"], width: 20 },
  day: { header: "Ngày ban hành", how: "", example: "", also: ["ngay ky"], width: 20 },
};
const kind: ListKind<"number" | "day"> = {
  ...{ words, heads: ["number"], mostLines: 100 },
  isHeading: ({ isBand }) => isBand,
};

const grid: Grid = [
  ["DANH SÁCH VĂN BẢN", null, null],
  ["STT", "Số, ký hiệu", "Ngày ký"],
  ["1", "12/QĐ-UBND", "05/01/2026"],
  ["2", "13/KH-SVHTTDL", "06/01/2026"],
];

describe("a list that people keep", async () => {
  test.each(await everyFormat(grid))("is read from %s", async (_, bytes) => {
    const { lines, columns, headerLine } = await readList(kind, bytes);
    expect(headerLine).toBe(2);
    expect(columns.flatMap(({ field }) => field ?? [])).toEqual(["number", "day"]);
    expect(lines.map(({ cells }) => [cells.number?.text, cells.day?.text])).toEqual([
      ["12/QĐ-UBND", "05/01/2026"],
      ["13/KH-SVHTTDL", "06/01/2026"],
    ]);
  });

  test("is read from JSON, its columns called by their names", async () => {
    const json = [
      { soKyHieu: "12/QĐ-UBND", ngayKy: "2026-01-05" },
      { soKyHieu: "13/KH-UBND", ngayKy: null },
    ];
    const { lines, headerLine } = await readList(kind, Buffer.from(JSON.stringify(json)));
    expect(headerLine).toBe(1);
    expect(lines.map(({ line, cells }) => [line, cells.number?.text, cells.day?.text])).toEqual([
      [2, "12/QĐ-UBND", "2026-01-05"],
      [3, "13/KH-UBND", undefined],
    ]);
  });

  test.each(
    await everyFormat([
      ["DANH SÁCH VĂN BẢN", null, null, null],
      ["STT", "Văn bản", null, "Ghi chú"],
      [null, "Số, ký hiệu", "Ngày ký", null],
      ["1", "12/QĐ-UBND", "05/01/2026", "x"],
      ["2", "13/KH-SVHTTDL", "06/01/2026", null],
    ]),
  )("has heads over two rows, from %s", async (_, bytes) => {
    const { lines, columns, headerLine } = await readList(kind, bytes);
    expect(headerLine).toBe(2);
    expect(columns.map(({ header }) => header)).toEqual([
      ...["STT", "Văn bản / Số, ký hiệu", "Văn bản / Ngày ký", "Ghi chú"],
    ]);
    expect(lines.map(({ cells }) => [cells.number?.text, cells.day?.text])).toEqual([
      ["12/QĐ-UBND", "05/01/2026"],
      ["13/KH-SVHTTDL", "06/01/2026"],
    ]);
  });

  test("is refused in words where it is none", async () => {
    await expect(readList(kind, Buffer.from("{hỏng"))).rejects.toThrow(/./u);
    await expect(readList(kind, Buffer.from("%PDF-1.4"))).rejects.toThrow("không phải bảng tính");
  });
});
