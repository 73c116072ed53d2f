import { describe, expect, test } from "vitest";
import { endOfQuiet, type NoticeHours, nextDigest, usualHours } from "./notice-hours.ts";

/** 2 and 3 September 2026, a Wednesday and a Thursday, are days off; so are weekends. */
const isDayOff = (day: string) =>
  ["2026-09-02", "2026-09-03"].includes(day) || Temporal.PlainDate.from(day).dayOfWeek >= 6;
const at = (local: string) => new Date(`${local}:00+07:00`);
const inWords = (moment: Date) =>
  Temporal.Instant.fromEpochMilliseconds(moment.getTime())
    .toZonedDateTimeISO("Asia/Ho_Chi_Minh")
    .toPlainDateTime()
    .toString({ smallestUnit: "minute" });
const hours = (changed: Partial<NoticeHours> = {}) => ({ ...usualHours, ...changed });

describe("quiet hours", () => {
  const ends = (local: string, changed?: Partial<NoticeHours>) =>
    inWords(endOfQuiet(at(local), hours(changed), isDayOff));

  test("end in the morning of a working day, over nights, weekends and days off", () => {
    expect(ends("2026-08-31T10:15")).toBe("2026-08-31T10:15");
    expect(ends("2026-08-31T18:59")).toBe("2026-08-31T18:59");
    expect(ends("2026-08-31T19:00")).toBe("2026-09-01T07:00");
    expect(ends("2026-08-31T06:59")).toBe("2026-08-31T07:00");
    expect(ends("2026-08-31T07:00")).toBe("2026-08-31T07:00");
    expect(ends("2026-09-01T23:00")).toBe("2026-09-04T07:00");
    expect(ends("2026-09-04T20:00")).toBe("2026-09-07T07:00");
  });

  test("may lie within a day, leave days off out, or be none at all", () => {
    expect(ends("2026-08-31T12:10", { quietFrom: 690, quietTo: 810 })).toBe("2026-08-31T13:30");
    expect(ends("2026-08-31T20:00", { quietFrom: 690, quietTo: 810 })).toBe("2026-08-31T20:00");
    expect(ends("2026-09-02T10:00", { quietDaysOff: false })).toBe("2026-09-02T10:00");
    expect(ends("2026-09-02T02:00", { quiet: false })).toBe("2026-09-02T02:00");
  });
});

describe("the digest", () => {
  const next = (local: string, changed: Partial<NoticeHours>) =>
    inWords(nextDigest(at(local), hours(changed), isDayOff));

  test("comes each morning of a working day", () => {
    expect(next("2026-08-31T07:29", { digest: "morning" })).toBe("2026-08-31T07:30");
    expect(next("2026-08-31T07:30", { digest: "morning" })).toBe("2026-09-01T07:30");
    expect(next("2026-09-01T16:00", { digest: "morning" })).toBe("2026-09-04T07:30");
  });

  test("comes in the afternoon, too, but not into quiet hours", () => {
    expect(next("2026-08-31T08:00", { digest: "twice" })).toBe("2026-08-31T16:00");
    expect(next("2026-08-31T16:30", { digest: "twice" })).toBe("2026-09-01T07:30");
    expect(next("2026-08-31T08:00", { digest: "twice", quietFrom: 900 })).toBe("2026-09-01T07:30");
    expect(next("2026-08-31T06:00", { digest: "morning", quietTo: 540 })).toBe("2026-08-31T09:00");
  });

  test("comes on Mondays, or when the rest over a Monday ends", () => {
    expect(next("2026-09-01T09:00", { digest: "weekly" })).toBe("2026-09-07T07:30");
    const tet = (day: string) => day >= "2026-02-14" && day <= "2026-02-22";
    expect(inWords(nextDigest(at("2026-02-12T09:00"), hours({ digest: "weekly" }), tet))).toBe(
      "2026-02-23T07:00",
    );
  });
});
