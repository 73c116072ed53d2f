import { describe, expect, test } from "vitest";
import { formatDate, formatDateTime, toVietnamDate } from "./vietnam-time.ts";

describe("giờ Việt Nam", () => {
  test("23:59 và 00:00 giờ Việt Nam thuộc hai ngày khác nhau dù cùng một ngày UTC", () => {
    expect(toVietnamDate("2026-11-14T16:59:59Z").toString()).toBe("2026-11-14");
    expect(toVietnamDate("2026-11-14T17:00:00Z").toString()).toBe("2026-11-15");
  });

  test("nhận Date, Instant và chữ ISO như nhau", () => {
    const text = "2026-12-31T17:00:00Z";
    for (const moment of [text, new Date(text), Temporal.Instant.from(text)])
      expect(formatDateTime(moment)).toBe("00:00, 01/01/2027");
  });

  test("ngày in dạng dd/MM/yyyy", () => {
    expect(formatDate("2026-02-03")).toBe("03/02/2026");
    expect(formatDate(Temporal.PlainDate.from("2026-11-14"))).toBe("14/11/2026");
    expect(() => formatDate("2026-02-30")).toThrow(RangeError);
  });
});
