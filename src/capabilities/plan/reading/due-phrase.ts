import { parseDue } from "./due.ts";
import { squeeze } from "./printed.ts";

const day =
  "(?:ngày\\s+)?\\d{1,2}(?:\\s?[/.-]\\s?\\d{1,2}(?:\\s?[/.-]\\s?\\d{4})?|\\s+tháng\\s+\\d{1,2}(?:\\s+năm\\s+\\d{4})?)";
const dayWithYear =
  "(?:ngày\\s+)?\\d{1,2}(?:\\s?[/.-]\\s?\\d{1,2}\\s?[/.-]\\s?\\d{4}|\\s+tháng\\s+\\d{1,2}\\s+năm\\s+\\d{4})";
const monthOf = "tháng\\s+\\d{1,2}(?:\\s*(?:/|năm)\\s*\\d{4})?";
const quarterOf = "quý\\s+(?:iv|i{1,3}|[1-4])(?![\\p{L}\\d])(?:\\s*(?:/|năm)\\s*\\d{4})?";
/** What a day is for may stand behind it: "trước 15/6 (báo cáo 6 tháng) và 15/12". */
const further = "(?:(?:\\s*\\([^()]{0,40}\\))?\\s*(?:đến hết|đến|-|–|,|và)\\s*(?:hết\\s+)?";
const moreDays = `${further}(?:trước\\s+)?${day}){0,4}`;
const moreMonths = `${further}(?:${monthOf}|${quarterOf}|(?:iv|i{1,3}|\\d{1,2})(?![\\p{L}\\d/%])(?:\\s*(?:/|năm)\\s*\\d{4})?)){0,6}`;
const finished = "(?:(?:hoàn thành|kết thúc|xong)\\s+)?";
const repeated = "(?:hằng|hàng|mỗi)";
const unit = "(?:ngày|tuần|tháng|quý|năm|0?6 tháng|sáu tháng)";

/** Statements of time that are due dates wherever they stand in a sentence, most telling first. */
const strong = [
  `(?:trước|chậm nhất|vào|trong)\\s+(?:ngày\\s+)?\\d{1,2}(?:/\\d{1,2}|\\s+tháng\\s+\\d{1,2})?\\s+(?:của\\s+)?${repeated}\\s+${unit}(?!\\s*\\d)`,
  `(?:(?:trong|vào|trước)\\s+)?(?:${monthOf}|${quarterOf})\\s+${repeated}\\s+năm`,
  `định kỳ\\s+(?:${repeated}\\s+)?${unit}(?!\\s*\\d)`,
  "(?:(?:trước|chậm nhất|vào|trong)\\s+)?(?:ngày\\s+\\d{1,2}\\s+)?(?:của\\s+)?tháng cuối(?: cùng)?(?: của)?(?: mỗi)? quý",
  `từ\\s+(?:${day}|${monthOf}|${quarterOf}|ngày\\s+\\d{1,2})\\s+(?:đến hết|đến)\\s+(?:${day}|${monthOf}|${quarterOf})`,
  `${finished}(?:trước|chậm nhất(?: là)?(?: đến| vào)?|đến hết|đến(?=\\s+ngày)|hạn cuối(?: là)?|xong|vào)\\s+${day}${moreDays}`,
  `(?:hoàn thành|xong|kết thúc)\\s+(?:trong\\s+|vào\\s+)?(?:ngày\\s+)?(?:${day}|(?:${monthOf}|${quarterOf})${moreMonths}|năm\\s+\\d{4}|0?6 tháng (?:đầu|cuối) năm(?:\\s+\\d{4})?)`,
  `${finished}(?:trong|vào|trước|đến hết|hết)\\s+(?:(?:${monthOf}|${quarterOf})${moreMonths}|0?6 tháng (?:đầu|cuối) năm(?:\\s+\\d{4})?)`,
  `${repeated}\\s+(?:tuần|tháng|quý|0?6 tháng|sáu tháng)(?!\\p{L})`,
  `(?<=^|[.;:]\\s)${repeated}\\s+(?:ngày|năm)(?!\\p{L})`,
  "\\d{1,2}\\s+lần\\s*/\\s*(?:ngày|tuần|tháng|quý|năm)",
  "(?:(?:\\d{1,2}|sáu|ba)\\s+)?(?:tuần|tháng|quý|năm)\\s*(?:/|một|1|01)\\s*lần",
  `(?<=\\((?:dự kiến |hoàn thành |xong |trong |thời gian )?)(?:${dayWithYear}|(?:${monthOf}|${quarterOf})${moreMonths})(?=[^()]{0,40}\\))`,
  "(?<=[,;]\\s(?:thực hiện|duy trì)\\s)(?:thường xuyên|hằng ngày|hàng ngày)(?=\\s*(?:[.;(]|$))",
  "(?<=\\((?:thực hiện |làm )?)(?:thường xuyên|cả năm|trong năm|(?:hằng|hàng)\\s+(?:ngày|năm))(?=[^()]{0,40}\\))",
].map((source) => new RegExp(`(?<![\\p{L}])(?:${source})`, "iu"));

/** Statements that count as a due time only where a unit is charged with the work. */
const weak = [
  new RegExp(`(?<![\\p{L}])${quarterOf}${moreMonths}`, "iu"),
  /thường xuyên(?!\s+(?:chi|và liên))/iu,
  /(?<!\p{L})(?:hằng|hàng)\s+(?:ngày|năm)/iu,
  /(?:trong|cả)\s+năm(?:\s+\d{4})?/iu,
  /(?<!\d)\d{1,2}\s+\p{L}+(?:,?\s\p{L}+)?\s*\/\s*(?:ngày|tuần|tháng|quý|năm)(?!\s*\d)/iu,
];

/** The words of a sentence that say when its work is due, and where they stand; null when there are none. */
export function duePhrase(text: string, unitIsCharged: boolean): { words: string; at: number } | null {
  for (const pattern of unitIsCharged ? [...strong, ...weak] : strong) {
    const match = pattern.exec(text);
    if (match && parseDue(match[0], 2000).due.kind !== "none")
      return { words: squeeze(match[0]), at: match.index };
  }
  return null;
}
