import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDue } from "./due.ts";

function read(text: string): string {
  const { due, doubts } = parseDue(text, 2026);
  const parts = [
    due.kind,
    due.date,
    due.from && `từ ${due.from}`,
    due.to && `đến ${due.to}`,
    due.every,
    ...doubts,
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
    ["Mỗi tháng 01 video", "recurring month"],
    ["trước ngày 15 của tháng cuối quý", "recurring quarter"],
    ["trong quý IV hằng năm", "recurring year"],
    ["02 lần/năm (tháng 6 và tháng 12)", "recurring half-year"],
    ["03 tháng/lần", "recurring quarter"],
    ["Quý, 6 tháng, năm", "recurring quarter"],
    ["T9/2026", "period từ 2026-09-01 đến 2026-09-30"],
    ["Q3/2026", "period từ 2026-07-01 đến 2026-09-30"],
    ["Quý III - Quý IV/2026", "period từ 2026-07-01 đến 2026-12-31"],
    ["Quý IV/2026 - Quý I/2027", "period từ 2026-10-01 đến 2027-03-31"],
    ["Quý I, II, III năm 2026", "period từ 2026-01-01 đến 2026-09-30"],
    ["Quý II và Quý IV/2026", "period từ 2026-04-01 đến 2026-12-31 due-several"],
    ["trong tháng 3 và tháng 9", "period từ 2026-03-01 đến 2026-09-30 due-several year-inferred"],
    ["tháng 11, 12/2026", "period từ 2026-11-01 đến 2026-12-31"],
    ["tháng 3, 6, 9, 12/2026", "period từ 2026-03-01 đến 2026-12-31 due-several"],
    ["Tháng 3-4/2026", "period từ 2026-03-01 đến 2026-04-30"],
    ["từ ngày 01/11 đến ngày 10/11/2026", "period từ 2026-11-01 đến 2026-11-10"],
    ["từ ngày 01 đến ngày 15 tháng 6 năm 2026", "period từ 2026-06-01 đến 2026-06-15"],
    ["01-15/6/2026", "period từ 2026-06-01 đến 2026-06-15"],
    ["từ ngày 10 tháng 3 đến ngày 20 tháng 4 năm 2026", "period từ 2026-03-10 đến 2026-04-20"],
    ["trước ngày 20/6 và ngày 20/12/2026", "date 2026-12-20 due-several"],
    ["08h00 ngày 10/10/2026", "date 2026-10-10"],
    ["chậm nhất 20/11", "date 2026-11-20 year-inferred"],
    ["15/12", "date 2026-12-15 year-inferred"],
    ["30/06/26", "date 2026-06-30"],
    ["6/2026", "period từ 2026-06-01 đến 2026-06-30"],
    ["Hết quý II/2026", "period đến 2026-06-30"],
    ["trước tháng 6/2026", "period đến 2026-05-31"],
    ["trước năm 2027", "period đến 2026-12-31"],
    ["đến cuối năm 2026", "period đến 2026-12-31"],
    ["từ năm 2026 đến năm 2030", "period từ 2026-01-01 đến 2030-12-31"],
    ["năm 2026-2027", "period từ 2026-01-01 đến 2027-12-31"],
    ["6 tháng đầu năm", "period từ 2026-01-01 đến 2026-06-30 year-inferred"],
    ["Cả năm", "period từ 2026-01-01 đến 2026-12-31 year-inferred"],
    ["Ngay sau khi Kế hoạch được ban hành", "none due-unclear"],
    ["Trong 05 ngày làm việc kể từ ngày ban hành", "none due-unclear"],
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
