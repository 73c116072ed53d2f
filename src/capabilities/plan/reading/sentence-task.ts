import { duePhrase } from "./due-phrase.ts";
import { trimValue } from "./printed.ts";
import { beginsUnit } from "./unit-names.ts";
import { leadingUnits, unitsBeforeWork } from "./unit-phrase.ts";

export interface SentenceTask {
  /** As printed; null when the sentence names none. */
  lead: string | null;
  /** The sentence says "Chủ trì …" and leaves its unit to the heading above. */
  leadIsHeading: boolean;
  coordinating: string | null;
  /** The words of time; null when there are none. */
  due: string | null;
}

interface Lead {
  lead: string | null;
  heading: boolean;
  /** Where the words about the lead unit end. */
  after: number;
}

const nobody: Lead = { lead: null, heading: false, after: 0 };
const leadVerbs = /chủ trì|(?:là|làm) (?:đơn vị |cơ quan )?đầu mối|chịu trách nhiệm chính/giu;
/** Money that was given to a unit is no work given to it. */
const assignment =
  /(?:^|[.;,]\s|(?<!\p{L}))(?<!(?:ngân sách|kinh phí|dự toán|nguồn|vốn|chỉ tiêu)(?: [\p{L}\d]+){0,4} (?:được|đã) )(?:giao(?: cho)?|phân công)\s+(?=\p{Lu}|các |đơn vị )/iu;
const given = /(?<!\p{L})(?:giao(?: cho)?|phân công|do|được|bởi)\s+(?=\p{Lu}|các )/giu;
const namedBehind =
  /[(,]\s?(?:do )?([^(),;:]{3,120}?)\s+(?:chủ trì|thực hiện|phụ trách|tham mưu|đảm nhiệm|chịu trách nhiệm)(?: thực hiện| chính)?\s?\)/iu;
const doneBy =
  /(?<!\p{L})do\s+((?:\p{Lu}|các )[^,;:()]{2,120}?)\s+(?:thực hiện|phụ trách|tham mưu|đảm nhiệm|chịu trách nhiệm)/u;
const adverbial =
  /^(?:định kỳ|hằng|hàng|mỗi|trước|trong|chậm nhất|đến|từ|căn cứ|trên cơ sở|vào)\s[^,;:]{1,150},\s*/iu;

/** What comes before the coordinating units. */
const withUnits = /phối hợp (?:chặt chẽ )?(?:(?:với|cùng)(?: với)? |(?=Phòng|Văn phòng|Sở|các ))/u;

const helping =
  /[,;]\s+((?:\p{Lu}|các )[^.;:()]{2,200}?)\s+(?:cùng\s+|tham gia\s+)?phối hợp(?: thực hiện)?\s*(?:[.;]|$)/u;

/** The units of "…, Đoàn Thanh niên phường phối hợp." */
function helpersBehind(rest: string): string | null {
  const named = helping.exec(rest)?.[1];
  return named !== undefined && beginsUnit(named) ? trimValue(named) : null;
}

/** Where the clause of a sentence that ends at `end` begins. */
function clauseStart(text: string, end: number): number {
  let start = 0;
  for (const mark of [". ", "; ", ": ", " – ", "(", ".\n"]) {
    const at = text.lastIndexOf(mark, end - 1);
    // Brackets that closed before belong to a name: "Phòng A (văn hóa) chủ trì".
    if (mark === "(" && at >= 0 && text.slice(at, end).includes(")")) continue;
    if (at >= 0 && at + mark.length > start && at < end) start = at + mark.length;
  }
  return start;
}

function subjectBefore(text: string, at: number): { lead: string | null; heading: boolean } {
  let subject = text.slice(Math.max(clauseStart(text, at), at - 600), at).trim();
  let last = 0;
  for (const match of subject.matchAll(given)) last = match.index + match[0].length;
  subject = subject.slice(last);
  subject = trimValue(
    subject.replace(/\s(là (đơn vị|cơ quan)|làm|cùng|đồng|tiếp tục|có trách nhiệm|chịu trách nhiệm)$/i, ""),
  );
  if (subject === "" || /^(đồng|tiếp tục)$/i.test(subject)) return { lead: null, heading: true };
  for (let comma = 0; comma !== -1 && !beginsUnit(subject); ) {
    comma = subject.indexOf(", ");
    if (comma !== -1) subject = subject.slice(comma + 2);
  }
  const lead = subject.length <= 250 && beginsUnit(subject) ? subject : null;
  return { lead, heading: false };
}

/** The unit that leads by name: "X chủ trì", "giao X", "X là đầu mối", "(X thực hiện)". */
function leadOf(text: string): Lead {
  for (const match of text.matchAll(leadVerbs)) {
    const at = match.index;
    if (/(sự|người|(?<!là )(đơn vị|cơ quan))\s$/i.test(text.slice(Math.max(0, at - 14), at))) continue;
    const { lead, heading } = subjectBefore(text, at);
    if (lead !== null || heading) return { lead, heading, after: at + match[0].length };
  }
  const assigned = assignment.exec(text);
  if (assigned) {
    const after = assigned.index + assigned[0].length;
    const lead = leadingUnits(text.slice(after));
    if (beginsUnit(lead) && lead.length < text.length - after)
      return { lead, heading: false, after: after + lead.length };
  }
  for (const pattern of [namedBehind, doneBy]) {
    const named = pattern.exec(text);
    if (named && beginsUnit(named[1]!))
      return { lead: trimValue(named[1]!), heading: false, after: named.index + named[0].length };
  }
  return nobody;
}

/** The unit that is the subject of the sentence whose words stand at `at`: "Phòng A hoàn thành …", "Phòng A: …". */
function subjectOf(text: string, at: number): Lead {
  const stop = text.lastIndexOf(". ", at);
  const start = stop < 0 ? 0 : stop + 2;
  let sentence = text.slice(start, start + 600);
  let from = start;
  const colon = sentence.indexOf(": ");
  if (colon > 0 && colon <= 150 && start + colon < at && beginsUnit(sentence))
    return { lead: trimValue(sentence.slice(0, colon)), heading: false, after: start + colon + 2 };
  const before = adverbial.exec(sentence)?.[0].length ?? 0;
  sentence = sentence.slice(before);
  from += before;
  const { units, works } = unitsBeforeWork(sentence);
  const named = works && /^(\p{Lu}|các )/u.test(units) && beginsUnit(units) && units.length <= 250;
  return named ? { lead: units, heading: false, after: from + units.length } : nobody;
}

/** The unit and the time that a sentence of the plan states; null when it states neither. Linear in the text. */
export function sentenceTask(source: string): SentenceTask | null {
  const text = source.slice(0, 20_000);
  let { lead, heading, after } = leadOf(text);
  let due = duePhrase(text, lead !== null || heading);
  if (lead === null && !heading) {
    if (due !== null) ({ lead, heading, after } = subjectOf(text, due.at));
    else {
      // "Bộ phận A: Phát thanh hằng ngày" charges a unit, so that weaker words of time count.
      const weaker = duePhrase(text, true);
      if (weaker === null) return null;
      ({ lead, heading, after } = subjectOf(text, weaker.at));
      if (lead === null) return null;
      due = weaker;
    }
  }
  const together = after > 0 ? withUnits.exec(text.slice(after, after + 600)) : null;
  const coordinating = together
    ? leadingUnits(text.slice(after + together.index + together[0].length))
    : after > 0
      ? helpersBehind(text.slice(after, after + 600))
      : null;
  return { lead, leadIsHeading: heading && lead === null, coordinating, due: due?.words ?? null };
}
