import { expect, test } from "vitest";
import type { IsDayOff } from "#platform/clock/working-days.ts";
import { dueSlot, nextSlot, type Rhythm, rhythmInWords, slotsAround, toldPeriod } from "./schedule.ts";

const weekend: IsDayOff = (day) => Temporal.PlainDate.from(day).dayOfWeek > 5;
const at = (moment: string) => new Date(`${moment}+07:00`);
const longAgo = at("2026-01-01T00:00:00");
const monday: Rhythm = { every: "week", day: 1, hour: 7 };

test("it is due at the hour in Việt Nam, not before; of several that were missed only the newest", () => {
  expect(dueSlot(monday, longAgo, at("2026-11-30T06:59:59"), weekend)?.day).toBe("2026-11-23");
  expect(dueSlot(monday, longAgo, at("2026-11-30T07:00:00"), weekend)).toMatchObject({
    ...{ day: "2026-11-30", movedTo: "2026-11-30", at: at("2026-11-30T07:00:00") },
  });
  expect(nextSlot(monday, at("2026-11-30T07:00:00"), weekend)?.day).toBe("2026-12-07");
  expect(dueSlot(monday, at("2026-11-30T07:00:01"), at("2026-12-02T09:00:00"), weekend)).toBeNull();
});

test("a day off moves it to the next working day; what reaches the next time falls away", () => {
  const month: Rhythm = { every: "month", day: 15, hour: 8 };
  expect(dueSlot(month, longAgo, at("2026-11-15T12:00:00"), weekend)?.day).toBe("2026-10-15");
  expect(dueSlot(month, longAgo, at("2026-11-16T08:00:00"), weekend)).toMatchObject({
    ...{ day: "2026-11-15", movedTo: "2026-11-16" },
  });
  const holidays: IsDayOff = (day) => weekend(day) || ("2026-02-16" <= day && day <= "2026-02-22");
  const days = slotsAround(monday, at("2026-02-25T09:00:00"), holidays).map(({ day }) => day);
  expect(days).not.toContain("2026-02-16");
  expect(days).toContain("2026-02-23");
});

test("a quarter is told from the 15th of its last month on", () => {
  const quarter: Rhythm = { every: "quarter", day: 15, hour: 7 };
  const days = slotsAround(quarter, at("2026-11-30T09:00:00"), () => false).map(({ day }) => day);
  expect(days).toContain("2026-12-15");
  expect(days.every((day) => Number(day.slice(5, 7)) % 3 === 0)).toBe(true);
  expect(toldPeriod(quarter, "2026-12-15")).toBe("2026-Q4");
  expect(toldPeriod({ every: "month" }, "2026-12-14")).toBe("2026-11");
  expect(toldPeriod({ every: "month" }, "2026-12-15")).toBe("2026-12");
  expect(toldPeriod({ every: "month" }, "2027-01-02")).toBe("2026-12");
  expect(toldPeriod({ every: "week" }, "2026-12-15")).toBe("2027-01");
});

test("it says when in words", () => {
  expect(rhythmInWords(monday)).toBe("Thứ Hai hằng tuần, 7 giờ");
  expect(rhythmInWords({ every: "month", day: 16, hour: 8 })).toBe("Ngày 16 hằng tháng, 8 giờ");
  expect(rhythmInWords({ every: "quarter", day: 20, hour: 9 })).toBe("Ngày 20 của tháng cuối quý, 9 giờ");
});
