/** Hours on some days of the week. `to` before `from` goes on past midnight; "24:00" is its end. */
export interface PostingWindow {
  /** 1: Monday … 7: Sunday. */
  days: number[];
  from: string;
  to: string;
}

/** What a rule says; null follows the wider one, and with none the product has no opinion. */
export interface PostingLimits {
  /** When its readers are there. Empty: any hour is as good. */
  good: PostingWindow[] | null;
  /** When nothing is posted. */
  closed: PostingWindow[] | null;
  /** Nor on the days off that stand in the agency's calendar. */
  closedOnDaysOff: boolean | null;
  /** So many a day under one account; 0: as many as one likes. */
  mostPerDay: number | null;
  /** The same while a campaign goes on. */
  mostPerDayInCampaign: number | null;
  /** So many minutes between two posts of one account. */
  minutesApart: number | null;
}

/** What holds for an account in the end: nothing is left open. */
export interface PostingRule {
  good: PostingWindow[];
  closed: PostingWindow[];
  closedOnDaysOff: boolean;
  mostPerDay: number;
  mostPerDayInCampaign: number;
  minutesApart: number;
}

export const noLimits: PostingLimits = {
  good: null,
  closed: null,
  closedOnDaysOff: null,
  mostPerDay: null,
  mostPerDayInCampaign: null,
  minutesApart: null,
};

/** The narrowest rule that says something, point by point. */
export function settledRule(narrowestFirst: PostingLimits[]): PostingRule {
  const first = <Key extends keyof PostingLimits>(key: Key) =>
    narrowestFirst.find((rule) => rule[key] !== null)?.[key] ?? null;
  const mostPerDay = first("mostPerDay") ?? 0;
  return {
    good: first("good") ?? [],
    closed: first("closed") ?? [],
    closedOnDaysOff: first("closedOnDaysOff") ?? false,
    mostPerDay,
    mostPerDayInCampaign: first("mostPerDayInCampaign") ?? mostPerDay,
    minutesApart: first("minutesApart") ?? 0,
  };
}

/** Whether a rule can ever say no. */
export const forbidsAnything = (rule: PostingRule): boolean =>
  rule.closed.length > 0 ||
  rule.closedOnDaysOff ||
  rule.mostPerDay > 0 ||
  rule.mostPerDayInCampaign > 0 ||
  rule.minutesApart > 0;

const minutesOf = (clock: string): number => {
  const [hours, minutes] = clock.split(":").map(Number);
  return hours! * 60 + minutes!;
};

/** Whether a minute of a day (1: Monday) lies in a window; the end itself is outside. */
export function isWithin({ days, from, to }: PostingWindow, weekday: number, minute: number): boolean {
  const [begin, end] = [minutesOf(from), minutesOf(to)];
  if (begin < end) return days.includes(weekday) && minute >= begin && minute < end;
  const dayBefore = weekday === 1 ? 7 : weekday - 1;
  return (days.includes(weekday) && minute >= begin) || (days.includes(dayBefore) && minute < end);
}

const names = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"];

/** "hằng ngày", "thứ Hai đến thứ Sáu", "thứ Bảy, Chủ nhật". */
function daysInWords(days: number[]): string {
  const sorted = [...new Set(days)].toSorted((one, other) => one - other);
  if (sorted.length === 7) return "hằng ngày";
  const isRow = sorted.every((day, index) => index === 0 || day === sorted[index - 1]! + 1);
  if (isRow && sorted.length > 2) return `${names[sorted[0]! - 1]} đến ${names[sorted.at(-1)! - 1]}`;
  return sorted.map((day) => names[day - 1]).join(", ");
}

/** "07:00–08:30, 11:00–13:00 thứ Hai đến thứ Sáu; 19:00–21:00 hằng ngày". */
export const windowsInWords = (windows: PostingWindow[]): string =>
  [...Map.groupBy(windows, ({ days }) => daysInWords(days))]
    .map(([days, its]) => `${its.map(({ from, to }) => `${from}–${to}`).join(", ")} ${days}`)
    .join("; ");
