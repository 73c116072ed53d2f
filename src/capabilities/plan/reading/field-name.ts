import { trimValue } from "./printed.ts";
import { beginsUnit } from "./unit-names.ts";

export type FieldName = "lead" | "coordinating" | "due" | "deliverable" | "other";

export interface Field {
  name: FieldName;
  value: string;
  /** Where the name begins in the text. */
  at: number;
}

const leadNames = [
  "chủ trì",
  "đơn vị thực hiện",
  "cơ quan thực hiện",
  "bộ phận thực hiện",
  "người thực hiện",
  "phân công thực hiện",
  "phân công",
  "đơn vị đầu mối",
  "cơ quan đầu mối",
  "đầu mối thực hiện",
  "đơn vị tham mưu",
  "cơ quan tham mưu",
  "đơn vị chịu trách nhiệm",
  "cơ quan chịu trách nhiệm",
  "trách nhiệm thực hiện",
  "phòng thực hiện",
  "cơ quan, đơn vị thực hiện",
  "các đơn vị thực hiện",
  "các cơ quan thực hiện",
  "đơn vị phụ trách",
  "người phụ trách",
  "bộ phận phụ trách",
  "đầu mối",
];
/** Names that mean a unit only where one follows. */
const leadBeforeUnit = ["thực hiện", "trách nhiệm", "giao", "đơn vị", "cơ quan"];
const leadHolders = [
  "đơn vị",
  "các đơn vị",
  "cơ quan",
  "các cơ quan",
  "phòng",
  "bộ phận",
  "lãnh đạo",
  "tổ chức",
  "cá nhân",
  "người",
];
const coordinatingNames = [
  "phối hợp",
  "đơn vị phối hợp",
  "các đơn vị phối hợp",
  "cơ quan phối hợp",
  "cơ quan, đơn vị phối hợp",
  "phòng phối hợp",
  "bộ phận phối hợp",
];
const dueNames = ["thời gian", "thời hạn", "tiến độ", "thời điểm", "lộ trình", "hạn hoàn thành"];
const deliverableNames = [
  "sản phẩm",
  "kết quả đầu ra",
  "kết quả dự kiến",
  "kết quả đạt được",
  "kết quả, sản phẩm",
  "kết quả/sản phẩm",
  "kết quả thực hiện",
  "kết quả hoàn thành",
  "đầu ra",
];
const otherNames = ["kinh phí", "nguồn kinh phí", "địa điểm", "đối tượng", "thành phần", "ghi chú"];

/** What the words before a colon name, with the words behind it; null when they are no name of a task's field. */
export function fieldName(words: string, value = ""): FieldName | null {
  const name = words.toLowerCase().replace(/\s+/g, " ").trim();
  if (name.length === 0 || name.length > 60 || /[;.]/.test(name)) return null;
  const begins = (starts: readonly string[]) =>
    starts.some((start) => name === start || (name.startsWith(start) && !/\p{L}/u.test(name[start.length]!)));
  if (begins(coordinatingNames)) return "coordinating";
  if (begins(leadNames)) return "lead";
  if (/chủ trì|phụ trách/.test(name) && begins(leadHolders)) return "lead";
  if (begins(dueNames) || name === "hoàn thành") return "due";
  if (begins(deliverableNames) || name === "kết quả") return "deliverable";
  if (leadBeforeUnit.includes(name) && beginsUnit(value)) return "lead";
  return begins(otherNames) ? "other" : null;
}

const boundary = /[.;(]/;

/** The named fields in a text ("Đơn vị chủ trì: …; thời gian: …"), in order, each with its value. */
export function fieldsIn(text: string): Field[] {
  const found: (Field & { valueAt: number })[] = [];
  for (let colon = text.indexOf(":"); colon !== -1; colon = text.indexOf(":", colon + 1)) {
    let at = colon;
    const least = Math.max(0, colon - 70);
    while (at > least && !boundary.test(text[at - 1]!)) at -= 1;
    const raw = text.slice(at, colon);
    const comma = raw.lastIndexOf(", ");
    let name =
      at === least && least > 0
        ? null
        : fieldName(raw.replace(/^[\s\-–+*•]+/, ""), text.slice(colon + 1, colon + 60));
    if (name === null && comma >= 0) {
      name = fieldName(raw.slice(comma + 2));
      if (name !== null) at += comma + 2;
    }
    if (name !== null) found.push({ name, value: "", at, valueAt: colon + 1 });
  }
  return found.map(({ name, at, valueAt }, position) => {
    const following = found[position + 1]?.at ?? text.length;
    return { name, at, value: trimValue(firstSentence(text.slice(valueAt, following))) };
  });
}

/** A value ends with its sentence: what follows speaks of something else. */
function firstSentence(text: string): string {
  for (let at = text.indexOf(". "); at !== -1; at = text.indexOf(". ", at + 1))
    if (/^\p{Lu}\p{Ll}/u.test(text.slice(at + 2, at + 4)) && !/\b(TP|Tp|TX|TS|ThS)$/.test(text.slice(0, at)))
      return text.slice(0, at);
  return text;
}

/** True when a line begins with the name of a field, with or without a bullet. */
export function startsWithField(line: string): boolean {
  const text = line.replace(/^[\s\-–+*•]+/, "");
  const colon = text.slice(0, 70).indexOf(":");
  if (colon < 0) return false;
  const name = fieldName(text.slice(0, colon), text.slice(colon + 1, colon + 60));
  return name !== null && name !== "other";
}
