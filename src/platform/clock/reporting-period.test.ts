import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  InvalidPeriod,
  isWithin,
  type PeriodBasis,
  type PeriodKind,
  parsePeriod,
  periodContaining,
  periodsOfYear,
} from "./reporting-period.ts";

const span = (code: string, basis: PeriodBasis = "decree") => {
  const { from, to, label } = parsePeriod(code, basis);
  return [from, to, label];
};

describe("kỳ báo cáo theo Nghị định 09/2019 chốt số liệu ngày 14", () => {
  test("mỗi dạng kỳ có ngày đầu, ngày cuối và tên gọi đúng", () => {
    expect(span("2026-11")).toEqual(["2026-10-15", "2026-11-14", "Tháng 11 năm 2026"]);
    expect(span("2026-01")).toEqual(["2025-12-15", "2026-01-14", "Tháng 1 năm 2026"]);
    expect(span("2026-Q1")).toEqual(["2025-12-15", "2026-03-14", "Quý I năm 2026"]);
    expect(span("2026-Q4")).toEqual(["2026-09-15", "2026-12-14", "Quý IV năm 2026"]);
    expect(span("2026-H1")).toEqual(["2025-12-15", "2026-06-14", "6 tháng đầu năm 2026"]);
    expect(span("2026-H2")).toEqual(["2026-06-15", "2026-12-14", "6 tháng cuối năm 2026"]);
    expect(span("2026-9M")).toEqual(["2025-12-15", "2026-09-14", "9 tháng đầu năm 2026"]);
    expect(span("2026")).toEqual(["2025-12-15", "2026-12-14", "Năm 2026"]);
  });

  test("kỳ theo năm dương lịch lấy trọn tháng, kể cả tháng 2 năm nhuận", () => {
    expect(span("2028-02", "calendar").slice(0, 2)).toEqual(["2028-02-01", "2028-02-29"]);
    expect(span("2026-Q4", "calendar").slice(0, 2)).toEqual(["2026-10-01", "2026-12-31"]);
    expect(span("2026-9M", "calendar").slice(0, 2)).toEqual(["2026-01-01", "2026-09-30"]);
    expect(span("2026", "calendar").slice(0, 2)).toEqual(["2026-01-01", "2026-12-31"]);
  });

  test("ranh giới là nửa đêm giữa ngày 14 và 15 theo giờ Việt Nam", () => {
    const november = parsePeriod("2026-11", "decree");
    expect(november.startsAt).toBe("2026-10-14T17:00:00Z");
    expect(november.endsBefore).toBe("2026-11-14T17:00:00Z");
    expect(isWithin(november, "2026-10-14T23:59:59+07:00")).toBe(false);
    expect(isWithin(november, "2026-10-15T00:00:00+07:00")).toBe(true);
    expect(isWithin(november, "2026-11-14T23:59:59.999+07:00")).toBe(true);
    expect(isWithin(november, "2026-11-15T00:00:00+07:00")).toBe(false);
    expect(isWithin(november, new Date("2026-11-14T16:59:00Z"))).toBe(true);
  });

  test("ngày 15/12 thuộc kỳ của năm sau", () => {
    expect(periodContaining("2026-12-14", "year", "decree").code).toBe("2026");
    expect(periodContaining("2026-12-15", "year", "decree").code).toBe("2027");
    expect(periodContaining("2026-12-15", "month", "decree").code).toBe("2027-01");
    expect(periodContaining("2026-12-15", "month", "calendar").code).toBe("2026-12");
  });

  test("ngày sau kỳ 9 tháng không thuộc kỳ 9 tháng nào và được báo bằng một câu", () => {
    expect(() => periodContaining("2026-10-01", "nine-months", "decree")).toThrow(InvalidPeriod);
  });

  test("mã kỳ sai bị từ chối bằng một câu nêu các dạng đúng", () => {
    for (const wrong of ["2026-13", "2026-Q5", "2026-H3", "tháng 11", "", "2026-6M", "26-11", "2026-1"])
      expect(() => parsePeriod(wrong, "decree")).toThrow(/Không có kỳ báo cáo/);
    expect(parsePeriod(" 2026-q4 ", "decree").code).toBe("2026-Q4");
  });
});

describe("tính chất chung", () => {
  const basis = fc.constantFrom<PeriodBasis>("decree", "calendar");
  const year = fc.integer({ min: 2000, max: 2098 });

  test("tháng, quý, nửa năm lát kín một năm, không hở, không chồng", () => {
    fc.assert(
      fc.property(year, basis, fc.constantFrom<PeriodKind>("month", "quarter", "half"), (y, b, kind) => {
        const parts = periodsOfYear(y, kind, b);
        const whole = periodsOfYear(y, "year", b)[0]!;
        expect(parts[0]!.startsAt).toBe(whole.startsAt);
        expect(parts.at(-1)!.endsBefore).toBe(whole.endsBefore);
        for (const [i, part] of parts.slice(1).entries()) {
          expect(part.startsAt).toBe(parts[i]!.endsBefore);
          expect(Temporal.PlainDate.from(parts[i]!.to).add({ days: 1 }).toString()).toBe(part.from);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("mọi ngày thuộc đúng một tháng báo cáo, và đọc lại mã cho đúng kỳ ấy", () => {
    fc.assert(
      fc.property(year, basis, fc.integer({ min: 0, max: 364 }), (y, b, offset) => {
        const day = Temporal.PlainDate.from({ year: y, month: 1, day: 1 }).add({ days: offset });
        const found = periodContaining(day, "month", b);
        expect(found.from <= day.toString() && day.toString() <= found.to).toBe(true);
        expect(parsePeriod(found.code, b)).toEqual(found);
      }),
      { numRuns: 200 },
    );
  });
});
