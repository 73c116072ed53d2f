import { isoDay, lastDayOfMonth } from "./calendar-day.ts";
import type { TaskDue } from "./plan-reading.ts";

export interface DueReading {
  due: TaskDue;
  /** "year-inferred": no year is printed, the plan's was taken; "due-unclear": a time stands there that was not understood. */
  doubt: "year-inferred" | "due-unclear" | null;
}

type Every = NonNullable<TaskDue["every"]>;

const units: Record<string, Every> = {
  ngày: "day",
  tuần: "week",
  tháng: "month",
  quý: "quarter",
  năm: "year",
};
const recurring =
  /(?:hằng|hàng|định kỳ|mỗi|từng)\s+(?:hằng |hàng |theo )?(ngày|tuần|tháng|quý|năm|(?:0?6|sáu) tháng)(?!\s*\d)/;
const perUnit = /\blần\s*\/\s*(?:01 |1 )?(ngày|tuần|tháng|quý|năm|(?:0?6|sáu) tháng)/;
const continuous = /thường xuyên|liên tục/;

const month = "tháng\\s*(\\d{1,2})(?![\\d])";
const year = "(?:\\s*(?:/|-|năm|\\.)\\s*(\\d{4}))?";
const quarter = "(iv|i{1,3}|[1-4])(?![\\p{L}\\d])";
const to = "\\s*(?:đến hết|đến|tới|-|–|,|và)\\s*";
const patterns = {
  dateRange:
    /(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?\s*(?:đến hết ngày|đến hết|đến ngày|đến|-|–)\s*(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?(?!\d)/u,
  slashDate: /(?<![\d/]|tháng )(\d{1,2})(?:\s?\/\s?(\d{1,2})\s?\/\s?|[.-](\d{1,2})[.-])(\d{4})(?!\d)/u,
  wordDate: /(\d{1,2})\s+tháng\s+(\d{1,2})(?!\d)(?:\s*(?:năm|\/)\s*(\d{4}))?/u,
  shortDate: /(?:ngày|trước|hạn)\s+(\d{1,2})\/(\d{1,2})(?![\d/])/u,
  monthRange: new RegExp(`${month}${year}${to}(?:hết )?(?:tháng\\s*)?(\\d{1,2})(?![\\d])${year}`, "u"),
  monthOnly: new RegExp(`${month}${year}`, "u"),
  bareMonth: /^(?:trong |trước |xong )?(\d{1,2})\/(\d{4})$/u,
  quarterRange: new RegExp(`quý\\s*${quarter}${year}${to}(?:hết )?(?:quý\\s*)?${quarter}${year}`, "u"),
  quarterOnly: new RegExp(`quý\\s*${quarter}${year}`, "u"),
  half: /(0?6|sáu|0?9|chín|0?3|ba) tháng (đầu|cuối) năm(?:\s*(\d{4}))?/u,
  yearRange: /(?:năm|giai đoạn|^)\s*(\d{4})\s*(?:-|–|đến(?: năm)?)\s*(\d{4})/u,
  yearOnly: /(?:năm\s*|^)(\d{4})(?![\d/])/u,
};

const none: TaskDue = { kind: "none", text: null, date: null, from: null, to: null, every: null };
const romanQuarter: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4 };

function quarterNumber(text: string): number {
  return romanQuarter[text] ?? Number(text);
}

function everyOf(unit: string): Every {
  return units[unit] ?? "half-year";
}

/** Whether the time is only an end: "trước …", "đến hết …", "chậm nhất …". */
function isOnlyEnd(before: string): boolean {
  return /(đến hết|hết|đến|chậm nhất( là)?( trong)?)\s*$/.test(before);
}

/**
 * Reads one statement of time, such as "trước ngày 30/6/2026", "quý II/2026", "hằng tháng".
 * `planYear` is used where the text names none. Dates are ISO; a period may be open at its start.
 */
export function parseDue(text: string, planYear: number | null): DueReading {
  const printed = text.trim();
  if (printed === "") return { due: none, doubt: null };
  const lower = printed.toLowerCase().slice(0, 500);
  const due = (part: Partial<TaskDue>): TaskDue => ({ ...none, text: printed, ...part });

  let inferred = false;
  const yearOf = (stated: string | undefined, other?: string): number | null => {
    const value = stated ?? other;
    if (value !== undefined) return Number(value);
    inferred = planYear !== null;
    return planYear;
  };
  const reading = (part: Partial<TaskDue> | null): DueReading =>
    part === null
      ? { due: due({}), doubt: "due-unclear" }
      : { due: due(part), doubt: inferred ? "year-inferred" : null };
  const period = (from: string | null, until: string | null) =>
    reading(until === null ? null : { kind: "period", from, to: until });

  const repeated = recurring.exec(lower) ?? perUnit.exec(lower);
  if (continuous.test(lower) && (!repeated || lower.search(continuous) < repeated.index))
    return reading({ kind: "continuous" });
  if (repeated) return reading({ kind: "recurring", every: everyOf(repeated[1]!) });

  const range = patterns.dateRange.exec(lower);
  if (range) {
    const until = yearOf(range[6], range[3]);
    const from = range[3] !== undefined ? Number(range[3]) : until;
    return period(isoDay(from, range[2], range[1]), isoDay(until, range[5], range[4]));
  }
  const slashed = patterns.slashDate.exec(lower);
  const worded = slashed ? null : (patterns.wordDate.exec(lower) ?? patterns.shortDate.exec(lower));
  if (slashed || worded) {
    const day = slashed
      ? isoDay(slashed[4], slashed[2] ?? slashed[3], slashed[1])
      : isoDay(yearOf(worded?.[3]), worded?.[2], worded?.[1]);
    return reading(day === null ? null : { kind: "date", date: day });
  }
  const half = patterns.half.exec(lower);
  if (half) {
    const months = { "6": 6, sáu: 6, "9": 9, chín: 9, "3": 3, ba: 3 }[half[1]!.replace(/^0/, "")] ?? 6;
    const which = yearOf(half[3]);
    const [first, last] = half[2] === "đầu" ? [1, months] : [13 - months, 12];
    return period(isoDay(which, first, 1), lastDayOfMonth(which, last));
  }
  const quarters = patterns.quarterRange.exec(lower);
  if (quarters) {
    const until = yearOf(quarters[4], quarters[2]);
    const from = quarters[2] !== undefined ? Number(quarters[2]) : until;
    const [first, last] = [quarterNumber(quarters[1]!), quarterNumber(quarters[3]!)];
    return period(isoDay(from, first * 3 - 2, 1), lastDayOfMonth(until, last * 3));
  }
  const one = patterns.quarterOnly.exec(lower);
  if (one) {
    const which = yearOf(one[2]);
    const number = quarterNumber(one[1]!);
    const open = isOnlyEnd(lower.slice(0, one.index));
    return period(open ? null : isoDay(which, number * 3 - 2, 1), lastDayOfMonth(which, number * 3));
  }
  const months = patterns.monthRange.exec(lower);
  if (months) {
    const until = yearOf(months[4], months[2]);
    let from = months[2] !== undefined ? Number(months[2]) : until;
    if (from !== null && from === until && Number(months[1]) > Number(months[3])) from -= 1;
    return period(isoDay(from, months[1], 1), lastDayOfMonth(until, months[3]));
  }
  const single = patterns.monthOnly.exec(lower) ?? patterns.bareMonth.exec(lower);
  if (single) {
    const which = yearOf(single[2]);
    const before = lower.slice(0, single.index);
    if (/trước\s*$/.test(before)) return period(null, dayBefore(isoDay(which, single[1], 1)));
    return period(isOnlyEnd(before) ? null : isoDay(which, single[1], 1), lastDayOfMonth(which, single[1]));
  }
  const years = patterns.yearRange.exec(lower);
  if (years) return period(isoDay(Number(years[1]), 1, 1), isoDay(Number(years[2]), 12, 31));
  const whole = patterns.yearOnly.exec(lower);
  if (whole) {
    const open = isOnlyEnd(lower.slice(0, whole.index));
    return period(open ? null : isoDay(Number(whole[1]), 1, 1), isoDay(Number(whole[1]), 12, 31));
  }
  if (/(cả|trong|hết|cuối) năm/.test(lower) && planYear !== null) {
    inferred = true;
    return period(/hết|cuối/.test(lower) ? null : isoDay(planYear, 1, 1), isoDay(planYear, 12, 31));
  }
  return reading(null);
}

function dayBefore(day: string | null): string | null {
  return day === null ? null : Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
}
