/** A day, month or quarter as printed. */
export interface Moment {
  unit: "day" | "month" | "quarter";
  number: number;
  /** The month of a day. */
  month: number | null;
  year: number | null;
}

const year = "(?:\\s*(?:/|-|\\.|năm|của năm)\\s*(\\d{4})(?!\\d))?";
const day = new RegExp(
  [
    // 30/6/2026, 30.6.2026, 30-6-2026; 30/6 behind a word that makes it a day; 30/6/26
    "(?<![\\d/.])(\\d{1,2})\\s?(?:/\\s?(\\d{1,2})\\s?/\\s?|\\.(\\d{1,2})\\.|-(\\d{1,2})-)(\\d{4}|\\d{2})(?![\\d/])",
    "(?<![\\d/.]|tháng |quý )(\\d{1,2})/(\\d{1,2})(?![\\d/])",
    "(?<![\\d/.])(\\d{1,2})\\s+tháng\\s+(\\d{1,2})(?!\\d)(?:\\s*(?:năm|/)\\s*(\\d{4}))?",
  ].join("|"),
  "gu",
);
/** Two days of one month: "từ ngày 01 đến ngày 15 tháng 6", "01-15/6/2026". */
const dayPair =
  /(?<![\d/.]|tháng |quý )(\d{1,2})\s*(-|đến(?: hết)?|và)\s*(?:ngày\s+)?(\d{1,2})\s*(?:\/|\s+tháng\s+)(\d{1,2})(?!\d)(?:\s*(?:\/|năm)\s*(\d{4}))?/u;
const quarter = "(iv|i{1,3}|[1-4])(?![\\p{L}\\d])";
const quarters = new RegExp(`quý\\s*${quarter}${year}`, "gu");
const months = new RegExp(`tháng\\s*(\\d{1,2})(?!\\d)${year}`, "gu");
const separator = "\\s*(đến hết|đến|tới|-|,|;|và|\\+)\\s*(?:đến\\s+)?(?:hết\\s+|trong\\s+)?";
const nextQuarter = new RegExp(`^${separator}(?:quý\\s*)?${quarter}${year}`, "u");
const nextMonth = new RegExp(`^${separator}(?:tháng\\s*)?(\\d{1,2})(?![\\d/])${year}`, "u");
const nextMonthOfYear = new RegExp(`^${separator}(?:tháng\\s*)?(\\d{1,2})\\s*/\\s*(\\d{4})(?!\\d)`, "u");
const bareMonth = /^(?:trong |trước |xong )?(\d{1,2})\/(\d{4})$/u;
const roman: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4 };
const asRange = /^(đến hết|đến|tới|-)$/;

interface Found {
  moments: Moment[];
  /** They are the ends of a span, not a list. */
  ranged: boolean;
  /** Where the first begins. */
  at: number;
}

function yearOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

function daysIn(lower: string): Found | null {
  const pair = dayPair.exec(lower);
  if (pair) {
    const [month, which] = [Number(pair[4]), yearOf(pair[5])];
    const made = (number: string): Moment => ({ unit: "day", number: Number(number), month, year: which });
    return { moments: [made(pair[1]!), made(pair[3]!)], ranged: pair[2] !== "và", at: pair.index };
  }
  const found: { moment: Moment; at: number; end: number }[] = [];
  for (const match of lower.matchAll(day)) {
    const [number, month, which] =
      match[1] !== undefined
        ? [match[1], match[2] ?? match[3] ?? match[4], match[5]]
        : match[6] !== undefined
          ? [match[6], match[7], undefined]
          : [match[8], match[9], match[10]];
    const before = lower.slice(0, match.index);
    const short = match[6] !== undefined;
    const meant =
      /(ngày|trước|hạn|nhất|là|đến|từ|vào|xong|thứ|và|,|-|;|:|\()\s*$/.test(before) || before.trim() === "";
    if (short && !meant) continue;
    found.push({
      moment: { unit: "day", number: Number(number), month: Number(month), year: yearOf(which) },
      at: match.index,
      end: match.index + match[0].length,
    });
    if (found.length === 12) break;
  }
  const [first, second] = found;
  if (!first) return null;
  const between = second ? lower.slice(first.end, second.at) : "";
  const ranged = found.length === 2 && /^\s*(đến|-|tới)/.test(between);
  return { moments: found.map(({ moment }) => moment), ranged, at: first.at };
}

function listed(lower: string, unit: "month" | "quarter", start: RegExp, next: RegExp[]): Found | null {
  const number = (text: string) => roman[text] ?? Number(text);
  start.lastIndex = 0;
  const first = start.exec(lower);
  if (!first) return null;
  const moments: Moment[] = [{ unit, number: number(first[1]!), month: null, year: yearOf(first[2]) }];
  let ranged = false;
  let end = first.index + first[0].length;
  while (moments.length < 12) {
    const rest = lower.slice(end, end + 40);
    const match = next.map((pattern) => pattern.exec(rest)).find((each) => each !== null);
    if (!match) break;
    ranged ||= asRange.test(match[1]!);
    moments.push({ unit, number: number(match[2]!), month: null, year: yearOf(match[3]) });
    end += match[0].length;
  }
  return { moments, ranged, at: first.index };
}

/** The days, else the quarters, else the months that a statement of time names; null when it names none. */
export function momentsIn(lower: string): Found | null {
  const month = bareMonth.exec(lower);
  if (month)
    return {
      moments: [{ unit: "month", number: Number(month[1]), month: null, year: Number(month[2]) }],
      ranged: false,
      at: lower.indexOf(month[1]!),
    };
  return (
    daysIn(lower) ??
    listed(lower, "quarter", quarters, [nextQuarter]) ??
    listed(lower, "month", months, [nextMonthOfYear, nextMonth])
  );
}
