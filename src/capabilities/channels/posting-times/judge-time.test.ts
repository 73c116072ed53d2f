import { expect, test } from "vitest";
import { judgeTime, nextFree, type TimeContext } from "./judge-time.ts";
import { isWithin, noLimits, settledRule, windowsInWords } from "./posting-rule.ts";

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const at = (moment: string) => new Date(`${moment}+07:00`);
const context = (part: Partial<TimeContext>, rule = {}): TimeContext => ({
  rule: { ...settledRule([]), ...rule },
  networkPerDay: null,
  others: [],
  quiet: [],
  dayOff: () => null,
  campaigns: [],
  embargoUntil: null,
  publicAt: null,
  isPublic: true,
  paused: null,
  letInUntil: null,
  isUrgent: false,
  ...part,
});
const kinds = (its: TimeContext, moment: string) =>
  judgeTime(its, at(moment)).map(({ kind, weight }) => `${kind} ${weight}`);

test("hours go past midnight, and the narrowest rule that says something holds", () => {
  const night = { days: [5], from: "22:00", to: "05:00" };
  expect([
    isWithin(night, 5, 22 * 60),
    isWithin(night, 6, 4 * 60 + 59),
    isWithin(night, 6, 5 * 60),
    isWithin(night, 5, 60),
  ]).toEqual([true, true, false, false]);
  expect(
    windowsInWords([
      { days: [1, 2, 3, 4, 5], from: "07:00", to: "08:30" },
      { days: [6, 7], from: "19:00", to: "24:00" },
    ]),
  ).toBe("07:00–08:30 thứ Hai đến thứ Sáu; 19:00–24:00 thứ Bảy, Chủ nhật");
  expect(
    settledRule([
      { ...noLimits, closed: [], mostPerDay: 0 },
      { ...noLimits, closed: [night], mostPerDay: 3, minutesApart: 30 },
    ]),
  ).toMatchObject({ closed: [], mostPerDay: 0, mostPerDayInCampaign: 0, minutesApart: 30 });
});

test("what stands in the way of an hour, and how gravely", () => {
  const closed = { closed: [{ days: everyDay, from: "22:00", to: "05:00" }] };
  expect(kinds(context({}, closed), "2026-12-01T23:30")).toEqual(["closed forbidden"]);
  expect(kinds(context({ isUrgent: true }, closed), "2026-12-01T23:30")).toEqual(["closed warning"]);
  expect(kinds(context({ embargoUntil: at("2026-12-02T08:00") }), "2026-12-02T07:59")).toEqual([
    "embargo refused",
  ]);
  const posts = ["2026-12-01T08:00", "2026-12-01T23:50"].map((moment) => ({ at: at(moment), title: "A" }));
  const near = context({ others: posts }, { minutesApart: 30, mostPerDay: 2, mostPerDayInCampaign: 3 });
  expect(kinds(near, "2026-12-01T08:20")).toEqual(["quota forbidden", "distance forbidden"]);
  expect(kinds(near, "2026-12-02T00:10")).toEqual(["distance forbidden"]);
  expect(kinds(near, "2026-12-02T00:20")).toEqual([]);
  const campaigns = [{ name: "Tháng 12", fromDay: "2026-12-01", toDay: "2026-12-31", isCampaign: true }];
  expect(kinds({ ...near, campaigns }, "2026-12-01T12:00")).toEqual(["campaign note"]);
  expect(
    kinds(
      context({
        isPublic: false,
        publicAt: at("2026-12-03T08:00"),
        paused: "Bão",
        letInUntil: at("2026-12-01T00:00"),
        networkPerDay: 1,
        others: posts,
        quiet: [{ fromDay: "2026-12-01", toDay: "2026-12-02", reason: "Quốc tang" }],
      }),
      "2026-12-01T12:00",
    ),
  ).toEqual([
    "quiet forbidden",
    "network-quota warning",
    "before-public warning",
    "paused warning",
    "connection warning",
  ]);
});

test("the next free hour is free for all accounts, good where one is, never before the text may be known", () => {
  const one = context(
    { quiet: [{ fromDay: "2026-12-01", toDay: "2026-12-02", reason: "Quốc tang" }] },
    { good: [{ days: everyDay, from: "07:00", to: "08:30" }] },
  );
  const other = context(
    { others: [{ at: at("2026-12-03T07:10"), title: null }] },
    { minutesApart: 15, closed: [{ days: everyDay, from: "22:00", to: "05:00" }] },
  );
  const next = (contexts: TimeContext[], good: boolean) =>
    nextFree(contexts, at("2026-12-01T23:01"), { good });
  expect(next([one, other], true)).toEqual(at("2026-12-03T07:25"));
  expect(next([one, other], false)).toEqual(at("2026-12-03T05:00"));
  expect(next([{ ...other, isPublic: false, publicAt: at("2026-12-03T09:02") }], true)).toEqual(
    at("2026-12-03T09:05"),
  );
  expect(next([context({ dayOff: () => "Nghỉ" }, { closedOnDaysOff: true })], true)).toBeNull();
});
