import { parseDue } from "./due.ts";
import { trimValue } from "./field-name.ts";
import { squeeze } from "./line.ts";
import { beginsUnit } from "./unit-names.ts";
import { leadingUnits } from "./unit-phrase.ts";

export interface SentenceTask {
  /** As printed; null when the sentence names none. */
  lead: string | null;
  /** The sentence says "Chủ trì …" and leaves its unit to the heading above. */
  leadIsHeading: boolean;
  coordinating: string | null;
  /** The words of time; null when there are none. */
  due: string | null;
}

const leadVerb = "chủ trì";
const assignment = /(?:^|[.;,]\s|\b)(?:giao(?: cho)?|phân công)\s+(?=\p{Lu}|các |đơn vị )/iu;

/** Where the clause of a sentence that ends at `end` begins. */
function clauseStart(text: string, end: number): number {
  let start = 0;
  for (const mark of [". ", "; ", ": ", " – ", "(", ".\n"]) {
    const at = text.lastIndexOf(mark, end - 1);
    if (at >= 0 && at + mark.length > start && at < end) start = at + mark.length;
  }
  return start;
}

function subjectBefore(text: string, at: number): { lead: string | null; heading: boolean } {
  let subject = text.slice(Math.max(clauseStart(text, at), at - 600), at).trim();
  const given = /(?:giao(?: cho)?|phân công|do)\s+(?=\p{Lu}|các )/giu;
  let last = 0;
  for (const match of subject.matchAll(given)) last = match.index + match[0].length;
  subject = subject.slice(last);
  subject = trimValue(
    subject.replace(/\s(là (đơn vị|cơ quan)|làm|tiếp tục|có trách nhiệm|chịu trách nhiệm)$/i, ""),
  );
  if (subject === "") return { lead: null, heading: true };
  for (let comma = 0; comma !== -1 && !beginsUnit(subject); ) {
    comma = subject.indexOf(", ");
    if (comma !== -1) subject = subject.slice(comma + 2);
  }
  const lead = subject.length <= 250 && beginsUnit(subject) ? subject : null;
  return { lead, heading: false };
}

function leadOf(text: string, lower: string): { lead: string | null; heading: boolean; after: number } {
  for (let at = lower.indexOf(leadVerb); at !== -1; at = lower.indexOf(leadVerb, at + 1)) {
    if (/(sự|người|(?<!là )(đơn vị|cơ quan))\s$/.test(lower.slice(Math.max(0, at - 14), at))) continue;
    const { lead, heading } = subjectBefore(text, at);
    if (lead !== null || heading) return { lead, heading, after: at + leadVerb.length };
  }
  const given = assignment.exec(text);
  if (given) {
    const after = given.index + given[0].length;
    const lead = leadingUnits(text.slice(after));
    if (beginsUnit(lead) && lead.length < text.length - after)
      return { lead, heading: false, after: after + lead.length };
  }
  return { lead: null, heading: false, after: 0 };
}

const day =
  "(?:ngày\\s+)?\\d{1,2}(?:\\s?[/.-]\\s?\\d{1,2}(?:\\s?[/.-]\\s?\\d{4})?|\\s+tháng\\s+\\d{1,2}(?:\\s+năm\\s+\\d{4})?)";
const monthOf = "tháng\\s+\\d{1,2}(?:\\s*(?:/|năm)\\s*\\d{4})?";
const quarterOf = "quý\\s+(?:iv|i{1,3}|[1-4])(?![\\p{L}\\d])(?:\\s*(?:/|năm)\\s*\\d{4})?";
const finished = "(?:(?:hoàn thành|kết thúc|xong)\\s+)?";
const every = "(?:ngày|tuần|tháng|quý|năm|0?6 tháng|sáu tháng)(?!\\s*\\d)";

/** Statements of time that are due dates wherever they stand in a sentence, most telling first. */
const times = [
  `(?:trước|chậm nhất|vào)\\s+(?:ngày\\s+)?\\d{1,2}(?:/\\d{1,2})?\\s+(?:của\\s+)?(?:hằng|hàng|mỗi)\\s+${every}`,
  `từ\\s+(?:${day}|${monthOf}|${quarterOf})\\s+(?:đến hết|đến)\\s+(?:${day}|${monthOf}|${quarterOf})`,
  `${finished}(?:trước|chậm nhất(?: là)?(?: đến)?|đến hết|đến(?=\\s+ngày)|hạn cuối(?: là)?|xong|vào)\\s+${day}`,
  `(?:hoàn thành|xong|kết thúc)\\s+(?:trong\\s+|vào\\s+)?(?:ngày\\s+)?(?:${day}|${monthOf}|${quarterOf}|năm\\s+\\d{4})`,
  `(?:trong|vào|trước|đến hết|hết)\\s+(?:${monthOf}|${quarterOf}|0?6 tháng (?:đầu|cuối) năm(?:\\s+\\d{4})?)(?:\\s*(?:đến|-|–|,|và)\\s*(?:${monthOf}|${quarterOf}))?`,
  `(?:định kỳ|hằng|hàng|mỗi)\\s+(?:hằng\\s+|hàng\\s+)?(?:tuần|tháng|quý|0?6 tháng|sáu tháng)(?!\\s*\\d)`,
  `(?:định kỳ)\\s+(?:hằng\\s+|hàng\\s+)?(?:ngày|năm)(?!\\s*\\d)`,
].map((source) => new RegExp(`(?<![\\p{L}])(?:${source})`, "iu"));

/** What comes before the coordinating units. */
const withUnits = /phối hợp (?:chặt chẽ )?(?:(?:với|cùng)(?: với)? |(?=Phòng|Văn phòng|Sở|các ))/u;

/** Statements that count as a due time only where a unit is charged with the work. */
const weakTimes = [
  new RegExp(`(?<![\\p{L}])${quarterOf}(?:\\s*(?:đến|-|–|,|và)\\s*${quarterOf})?`, "iu"),
  /thường xuyên(?!\s+(?:chi|và liên))/iu,
  /(?:hằng|hàng)\s+(?:ngày|năm)/iu,
  /(?:trong|cả)\s+năm(?:\s+\d{4})?/iu,
];

function timeOf(text: string, withLead: boolean): string | null {
  for (const pattern of withLead ? [...times, ...weakTimes] : times) {
    const match = pattern.exec(text);
    if (match && parseDue(match[0], 2000).due.kind !== "none") return squeeze(match[0]);
  }
  return null;
}

/** The unit and the time that a sentence of the plan states; null when it states neither. Linear in the text. */
export function sentenceTask(source: string): SentenceTask | null {
  const text = source.slice(0, 20_000);
  const { lead, heading, after } = leadOf(text, text.toLowerCase());
  const due = timeOf(text, lead !== null || heading);
  if (lead === null && !heading && due === null) return null;
  const together = after > 0 ? withUnits.exec(text.slice(after, after + 600)) : null;
  const coordinating = together
    ? leadingUnits(text.slice(after + together.index + together[0].length))
    : null;
  return { lead, leadIsHeading: heading && lead === null, coordinating, due };
}
