import type { TaskDue } from "./plan-reading.ts";

type Every = NonNullable<TaskDue["every"]>;

const unit = "(ngày|tuần|tháng|quý|năm|(?:0?6|sáu) tháng)";
const lists =
  /^(?:báo cáo |định kỳ )?(?:theo )?(tháng|quý|(?:0?6|sáu) tháng|năm)(?:\s*(?:,|và|;)\s*(?:tháng|quý|(?:0?[369]|sáu|chín) tháng|năm))+$/;
const patterns: readonly RegExp[] = [
  // "hằng tháng", "mỗi quý 03 video", "định kỳ 6 tháng"; "định kỳ tháng 6" names one month.
  new RegExp(`(?<!\\p{L})(?:hằng|hàng|mỗi)\\s+${unit}(?!\\p{L})`, "u"),
  new RegExp(
    `(?<!\\p{L})(?:định kỳ|từng|theo)\\s+(?:hằng |hàng |theo |từng )?${unit}(?!\\s*\\d)(?!\\p{L})`,
    "u",
  ),
  /(?<!\p{L})các\s+(tuần|tháng|quý)\s+(?:trong|của)\s+năm/u,
  lists,
];
const lastMonth = /tháng cuối(?: cùng)?(?: của)? (?:mỗi )?quý|cuối (?:các |mỗi )quý/;
/** "02 lần/năm", "1 tin/tuần". */
const times =
  /(?<!\d)(\d{1,2})\s+\p{L}+(?:,\s\p{L}+)?\s*\/\s*(?:0?1 )?(ngày|tuần|tháng|quý|năm|(?:0?6|sáu) tháng)(?!\s*\d)/u;
/** "03 tháng/lần". */
const apart = /(?:(\d{1,2}|ba|sáu)\s+)?(ngày|tuần|tháng|quý|năm)\s*(?:\/|một|1|01)\s*lần/;

const units: Record<string, Every> = {
  ngày: "day",
  tuần: "week",
  tháng: "month",
  quý: "quarter",
  năm: "year",
};
const numbersInWords: Record<string, number> = { ba: 3, sáu: 6 };
const perYear: Record<number, Every> = { 1: "year", 2: "half-year", 4: "quarter", 12: "month" };
const monthsApart: Record<number, Every> = { 1: "month", 3: "quarter", 6: "half-year", 12: "year" };

function everyOf(name: string): Every {
  return units[name] ?? "half-year";
}

/** How often something recurs, and where the words say so; `lower` is in small letters. Null when it does not. */
export function recurrenceOf(lower: string): { every: Every; at: number } | null {
  let first: { every: Every; at: number } | null = null;
  const consider = (every: Every | undefined, at: number) => {
    if (every !== undefined && (first === null || at < first.at)) first = { every, at };
  };
  const quarterly = lastMonth.exec(lower);
  if (quarterly) return { every: "quarter", at: quarterly.index };
  for (const pattern of patterns) {
    const match = pattern.exec(lower);
    if (match) consider(everyOf(match[1]!), match.index);
  }
  const counted = times.exec(lower);
  if (counted)
    consider(
      counted[2] === "năm" ? (perYear[Number(counted[1])] ?? "year") : everyOf(counted[2]!),
      counted.index,
    );
  const spaced = apart.exec(lower);
  if (spaced) {
    const number = numbersInWords[spaced[1] ?? ""] ?? Number(spaced[1] ?? 1);
    consider(
      spaced[2] === "tháng" ? monthsApart[number] : number === 1 ? everyOf(spaced[2]!) : undefined,
      spaced.index,
    );
  }
  return first;
}
