import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type WorkingCalendar,
  whyOff,
  workingDayFrom,
  workingDaysAfter,
  yearsWithoutList,
} from "./working-days.ts";

const calendar: WorkingCalendar = {
  off: new Map([
    ["2026-04-27", "Nghỉ bù Giỗ Tổ"],
    ["2026-04-30", "Ngày Chiến thắng"],
    ["2026-05-01", "Quốc tế Lao động"],
    ["2026-08-31", "Nghỉ hoán đổi"],
  ]),
  worked: new Map([["2026-08-22", "Làm bù ngày 31/08"]]),
  years: new Set([2026]),
};

describe("ngày làm việc", () => {
  test("thứ Bảy, Chủ nhật và ngày trong danh sách là ngày nghỉ, thứ Bảy làm bù là ngày làm việc", () => {
    expect(whyOff(calendar, "2026-04-25")).toBe("thứ Bảy");
    expect(whyOff(calendar, "2026-04-26")).toBe("Chủ nhật");
    expect(whyOff(calendar, "2026-04-27")).toBe("Nghỉ bù Giỗ Tổ");
    expect(whyOff(calendar, "2026-04-28")).toBeNull();
    expect(whyOff(calendar, "2026-08-22")).toBeNull();
  });

  test("hạn rơi vào ngày nghỉ được tính đến ngày làm việc kế tiếp", () => {
    expect(workingDayFrom(calendar, "2026-04-25")).toBe("2026-04-28");
    expect(workingDayFrom(calendar, "2026-04-30")).toBe("2026-05-04");
    expect(workingDayFrom(calendar, "2026-08-22")).toBe("2026-08-22");
  });

  test("đếm ngày làm việc bỏ ngày nghỉ và cộng ngày làm bù", () => {
    expect(workingDaysAfter(calendar, "2026-04-24", "2026-04-28")).toBe(1);
    expect(workingDaysAfter(calendar, "2026-04-24", "2026-05-04")).toBe(3);
    expect(workingDaysAfter(calendar, "2026-08-20", "2026-09-01")).toBe(8);
    expect(workingDaysAfter(calendar, "2026-05-04", "2026-05-04")).toBe(0);
    expect(workingDaysAfter(calendar, "2026-05-05", "2026-05-04")).toBe(0);
  });

  test("năm chưa có danh sách được nêu ra", () => {
    expect(yearsWithoutList(calendar, "2026-12-20", "2026-12-31")).toEqual([]);
    expect(yearsWithoutList(calendar, "2028-01-05", "2026-12-20")).toEqual([2027, 2028]);
  });

  test("đếm cả đoạn bằng đếm từng ngày, và chia đoạn ở đâu cũng vậy", () => {
    const day = fc
      .integer({ min: 0, max: 400 })
      .map((days) => Temporal.PlainDate.from("2026-01-01").add({ days }));
    fc.assert(
      fc.property(day, day, day, (...three) => {
        const [a, b, c] = three.toSorted(Temporal.PlainDate.compare) as [
          Temporal.PlainDate,
          Temporal.PlainDate,
          Temporal.PlainDate,
        ];
        let counted = 0;
        for (let at = a.add({ days: 1 }); Temporal.PlainDate.compare(at, c) <= 0; at = at.add({ days: 1 }))
          if (whyOff(calendar, at) === null) counted += 1;
        expect(workingDaysAfter(calendar, a, c)).toBe(counted);
        expect(workingDaysAfter(calendar, a, b) + workingDaysAfter(calendar, b, c)).toBe(counted);
      }),
      { numRuns: 100 },
    );
  });
});
