import { describe, expect, test } from "vitest";
import { type CalendarEntry, calendarFile, folded } from "./calendar-file.ts";

const entry = (change: Partial<CalendarEntry> = {}): CalendarEntry => ({
  ...{ id: "01970000-0000-7000-8000-0000000000e1", kind: "dialogue", title: "Đối thoại, hỏi; đáp \\ mẫu" },
  ...{ summary: "Dòng một\r\nDòng hai\u0007", place: "Hội trường", state: "announced", sequence: 0 },
  startsAt: new Date("2026-12-31T23:30:00+07:00"),
  endsAt: new Date("2027-01-01T01:00:00+07:00"),
  announcedAt: new Date("2026-12-01T01:00:00Z"),
  changedAt: new Date("2026-12-01T01:00:00Z"),
  ...{ unitName: "Phòng Mẫu", url: "https://mau.gandan.vn/su-kien/doi-thoai" },
  ...change,
});
const linesOf = (text: string) => text.replaceAll("\r\n ", "").split("\r\n");

describe("a calendar", () => {
  test("folds lines by octets, never within a letter, and loses nothing", () => {
    const line = `SUMMARY:${"Đẩy mạnh cải cách hành chính, ".repeat(12)}🙂`;
    const made = folded(line);
    for (const piece of made.split("\r\n")) {
      expect(Buffer.byteLength(piece)).toBeLessThanOrEqual(75);
      expect(piece).not.toContain("\ufffd");
    }
    expect(made.replaceAll("\r\n ", "")).toBe(line);
    expect(folded("A".repeat(75))).toBe("A".repeat(75));
    expect(folded("A".repeat(76))).toBe(`${"A".repeat(75)}\r\n A`);
  });

  test("tells the hour on the wall with its zone, and what is said in texts escaped", () => {
    const lines = linesOf(calendarFile("Lịch mẫu", [entry()]));
    expect(lines).toContain("DTSTART;TZID=Asia/Ho_Chi_Minh:20261231T233000");
    expect(lines).toContain("DTEND;TZID=Asia/Ho_Chi_Minh:20270101T010000");
    expect(lines).toContain("SUMMARY:Đối thoại\\, hỏi\\; đáp \\\\ mẫu");
    expect(lines.find((line) => line.startsWith("DESCRIPTION:"))).toContain("Dòng một\\nDòng hai \\n");
    expect(lines).toContain("DTSTAMP:20261201T010000Z");
    expect(lines.at(-1)).toBe("");
  });

  test("keeps its id through changes, counts them, and strikes out what is cancelled", () => {
    const uid = (text: string) => linesOf(text).find((line) => line.startsWith("UID:"));
    const before = calendarFile("Lịch", [entry()]);
    const after = calendarFile("Lịch", [entry({ sequence: 2, state: "cancelled", title: "Tên khác" })]);
    expect(uid(after)).toBe(uid(before));
    expect(linesOf(after)).toEqual(
      expect.arrayContaining(["SEQUENCE:2", "STATUS:CANCELLED", "SUMMARY:[Hủy] Tên khác"]),
    );
  });
});
