import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDue } from "./due.ts";

function read(text: string): string {
  const { due, doubt } = parseDue(text, 2026);
  const parts = [
    due.kind,
    due.date,
    due.from && `từ ${due.from}`,
    due.to && `đến ${due.to}`,
    due.every,
    doubt,
  ];
  return parts.filter(Boolean).join(" ");
}

describe("the time of a task", () => {
  test.each([
    ["thường xuyên", "continuous"],
    ["Thường xuyên trong năm 2026", "continuous"],
    ["hằng tháng", "recurring month"],
    ["Hàng quý (trước ngày 15)", "recurring quarter"],
    ["định kỳ 6 tháng, năm", "recurring half-year"],
    ["01 lần/tuần", "recurring week"],
    ["trước ngày 15/12 hằng năm", "recurring year"],
    ["trước ngày 30/6/2026", "date 2026-06-30"],
    ["trước ngày 15 tháng 11 năm 2026", "date 2026-11-15"],
    ["30.6.2026", "date 2026-06-30"],
    ["xong trong tháng 6/2026", "period từ 2026-06-01 đến 2026-06-30"],
    ["trong quý II/2026", "period từ 2026-04-01 đến 2026-06-30"],
    ["Quý 4 năm 2026", "period từ 2026-10-01 đến 2026-12-31"],
    ["Quý II, III năm 2026", "period từ 2026-04-01 đến 2026-09-30"],
    ["từ tháng 3 đến tháng 5 năm 2026", "period từ 2026-03-01 đến 2026-05-31"],
    ["từ tháng 11 đến tháng 2/2027", "period từ 2026-11-01 đến 2027-02-28"],
    ["từ ngày 01/3/2026 đến ngày 31/5/2026", "period từ 2026-03-01 đến 2026-05-31"],
    ["6 tháng cuối năm 2026", "period từ 2026-07-01 đến 2026-12-31"],
    ["đến hết tháng 12/2026", "period đến 2026-12-31"],
    ["Năm 2026", "period từ 2026-01-01 đến 2026-12-31"],
    ["2026-2030", "period từ 2026-01-01 đến 2030-12-31"],
    ["Tháng 9", "period từ 2026-09-01 đến 2026-09-30 year-inferred"],
    ["trước 15/11", "date 2026-11-15 year-inferred"],
    ["ngày 31/2/2026", "none due-unclear"],
    ["khi có hướng dẫn", "none due-unclear"],
    ["", "none"],
  ])("“%s”", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test("every printed day is read as itself", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }),
        (date) => {
          const iso = date.toISOString().slice(0, 10);
          const [year, month, day] = iso.split("-").map(Number);
          for (const text of [`trước ngày ${day}/${month}/${year}`, `ngày ${day} tháng ${month} năm ${year}`])
            expect(parseDue(text, null).due).toMatchObject({ kind: "date", date: iso, text });
        },
      ),
    );
  });
});
