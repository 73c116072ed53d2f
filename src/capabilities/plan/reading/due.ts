import { isoDay, lastDayOfMonth } from "./calendar-day.ts";
import { type Moment, momentsIn } from "./due-moments.ts";
import type { TaskDue } from "./plan-reading.ts";
import { recurrenceOf } from "./recurrence.ts";

/**
 * "year-inferred": no year is printed, the plan's was taken; "due-several": several days or months apart are named;
 * "due-unclear": a time stands there that was not understood.
 */
export type DueDoubt = "year-inferred" | "due-several" | "due-unclear";

export interface DueReading {
  due: TaskDue;
  doubts: DueDoubt[];
}

const continuous = /thường xuyên|liên tục/;
const half = /(?<!\d)(0?6|sáu|0?9|chín|0?3|ba) tháng (đầu|cuối)( năm)?(?:\s*(?:\/|năm)?\s*(\d{4}))?/;
const yearRange =
  /(?:năm|giai đoạn|^)\s*(\d{4})\s*(?:-|–|,|và|đến(?: hết)?(?: năm)?)\s*(?:năm\s*)?(\d{4})(?![\d/])/;
const yearOnly = /(?:năm\s*|^)(\d{4})(?![\d/])/;

const none: TaskDue = { kind: "none", text: null, date: null, from: null, to: null, every: null };

/** Whether the time is only an end: "trước …", "đến hết …", "chậm nhất …". */
function isOnlyEnd(before: string): boolean {
  return /(đến hết|hết|đến|cuối|chậm nhất( là)?( trong)?)\s*$/.test(before);
}

/** Common short forms written out, in small letters: "Q3/2026" → "quý 3/2026", "T9/2026" → "tháng 9/2026". */
function writtenOut(text: string): string {
  return text
    .toLowerCase()
    .slice(0, 500)
    .replace(/[‐‑–—−]/g, "-")
    .replace(/\s*\([^()]*báo cáo[^()]*\)/g, "")
    .replace(/(?<![\p{L}\d])q\.?\s?(?=(iv|i{1,3}|[1-4])\s*[/.-]\s*\d{4})/gu, "quý ")
    .replace(/(?<![\p{L}\d])t\.?\s?(?=\d{1,2}\s*[/.-]\s*\d{4})/gu, "tháng ");
}

/**
 * Reads one statement of time, such as "trước ngày 30/6/2026", "quý II/2026", "hằng tháng".
 * `planYear` is used where the text names none. Dates are ISO; a period may be open at its start.
 */
export function parseDue(text: string, planYear: number | null): DueReading {
  const printed = text.trim();
  if (printed === "") return { due: none, doubts: [] };
  const lower = writtenOut(printed);
  const doubts: DueDoubt[] = [];
  const reading = (part: Partial<TaskDue> | null): DueReading =>
    part === null
      ? { due: { ...none, text: printed }, doubts: ["due-unclear"] }
      : { due: { ...none, text: printed, ...part }, doubts };
  const period = (from: string | null, until: string | null) =>
    reading(until === null || (from !== null && from > until) ? null : { kind: "period", from, to: until });
  const planned = () => {
    if (planYear !== null && !doubts.includes("year-inferred")) doubts.push("year-inferred");
    return planYear;
  };

  const repeated = recurrenceOf(lower);
  const always = lower.search(continuous);
  if (always >= 0 && (!repeated || always < repeated.at)) return reading({ kind: "continuous" });
  if (repeated) return reading({ kind: "recurring", every: repeated.every });

  const found = momentsIn(lower);
  const start = half.exec(lower);
  if (start && (!found || start.index <= found.at)) {
    const months = { "6": 6, sáu: 6, "9": 9, chín: 9, "3": 3, ba: 3 }[start[1]!.replace(/^0/, "")] ?? 6;
    const which = start[4] === undefined ? planned() : Number(start[4]);
    const [first, last] = start[2] === "đầu" ? [1, months] : [13 - months, 12];
    return period(isoDay(which, first, 1), lastDayOfMonth(which, last));
  }
  if (found) {
    const { moments, ranged } = found;
    const last = moments.at(-1)!;
    const lastYear = last.year ?? planned();
    const first = moments[0]!;
    const firstYear = first.year ?? moments.find(({ year }) => year !== null)?.year ?? lastYear;
    const until = endOf(last, lastYear);
    if (moments.length > 1) {
      let from = startOf(first, firstYear);
      if (ranged && first.year === null && from !== null && until !== null && from > until)
        from = startOf(first, firstYear === null ? null : firstYear - 1);
      if (!ranged && !follow(moments)) doubts.unshift("due-several");
      if (!ranged && last.unit === "day")
        return reading(until === null ? null : { kind: "date", date: until });
      return period(from, until);
    }
    if (last.unit === "day") return reading(until === null ? null : { kind: "date", date: until });
    const before = lower.slice(0, found.at);
    if (/trước\s*$/.test(before)) return period(null, dayBefore(startOf(last, lastYear)));
    return period(isOnlyEnd(before) ? null : startOf(last, lastYear), until);
  }
  const years = yearRange.exec(lower);
  if (years) return period(isoDay(Number(years[1]), 1, 1), isoDay(Number(years[2]), 12, 31));
  const whole = yearOnly.exec(lower);
  if (whole) {
    const before = lower.slice(0, whole.index);
    if (/trước\s*$/.test(before)) return period(null, isoDay(Number(whole[1]) - 1, 12, 31));
    return period(
      isOnlyEnd(before) ? null : isoDay(Number(whole[1]), 1, 1),
      isoDay(Number(whole[1]), 12, 31),
    );
  }
  const thisYear = /(cả|trong|hết|cuối) năm/.exec(lower);
  if (thisYear && planYear !== null) {
    const which = planned();
    const open = thisYear[1] === "hết" || thisYear[1] === "cuối";
    return period(open ? null : isoDay(which, 1, 1), isoDay(which, 12, 31));
  }
  return reading(null);
}

function startOf({ unit, number, month }: Moment, year: number | null): string | null {
  if (unit === "day") return isoDay(year, month!, number);
  return isoDay(year, unit === "month" ? number : number * 3 - 2, 1);
}

function endOf({ unit, number, month }: Moment, year: number | null): string | null {
  if (unit === "day") return isoDay(year, month!, number);
  return lastDayOfMonth(year, unit === "month" ? number : number * 3);
}

/** Whether months or quarters follow one another without a gap. */
function follow(moments: Moment[]): boolean {
  return moments.every(
    ({ unit, number }, at) => unit !== "day" && (at === 0 || number === moments[at - 1]!.number + 1),
  );
}

function dayBefore(day: string | null): string | null {
  return day === null ? null : Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
}
