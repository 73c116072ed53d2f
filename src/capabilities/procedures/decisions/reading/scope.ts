import { unaccent } from "#platform/text/unaccent.ts";
import type { Level } from "../../procedure-record.ts";
import type { DecisionAction } from "../decision.ts";

/** By its letters alone. */
export const plainWords = (text: string): string =>
  unaccent(text)
    .toLowerCase()
    .replace(/[\s\u00a0]+/gu, " ")
    .trim();

/** "A.", "II -", "1.2", "Phần I:", "Mục 2." in front of a heading. */
const label =
  /^(?:(?:ph[ầa]n|m[ụu]c|ch[ưu][ơo]ng|ph[ụu] l[ụu]c)\s+)?(?:[IVXLC]{1,6}|[A-ZĐ]|\d{1,2}(?:\.\d{1,2}){0,3})\s*[.):/–-]+\s*|^(?:ph[ầa]n|m[ụu]c)\s+(?:[IVXLC]{1,6}|\d{1,2})\s+/iu;

const withoutLabel = (text: string): string => {
  const short = text.trim().replace(label, "").trim();
  // A further one: "Phần A. I. …".
  return short === text.trim() ? short : short.replace(label, "").trim();
};

const actions: [DecisionAction, RegExp][] = [
  ["repealed", /\b(?:bai bo|huy bo|het hieu luc)\b/],
  ["replaced", /\bthay the\b/],
  ["amended", /\b(?:sua doi|bo sung)\b/],
  ["new", /\b(?:moi ban hanh|ban hanh moi|chuan hoa moi)\b/],
];

/** Every action that the words name. */
export const actionsIn = (text: string): DecisionAction[] => {
  const words = plainWords(text);
  return actions.filter(([, pattern]) => pattern.test(words)).map(([action]) => action);
};

/** Headings are no longer; what is longer is a sentence. */
const LONGEST_HEADING = 300;

/** Sentences of the decision itself name lists and actions, too. */
const sentence =
  /^(?:dieu \d|can cu|theo de nghi|xet de nghi|noi nhan)|\bso thu tu\b|\bdieu \d+\b.*\bquyet dinh so\b/;

/** Whether words are a heading over lists of procedures. */
const isHeading = (words: string): boolean =>
  words.length <= LONGEST_HEADING && !sentence.test(words) && !/[;]$|\.\/\.$/.test(words);

/** "Thủ tục bị bãi bỏ", and not "Thủ tục sửa đổi, bổ sung giấy phép", which is a procedure. */
const onlyAction =
  /^thu tuc (?:noi bo )?(?:duoc |bi )?(?:moi ban hanh|sua doi(?:,? bo sung)?|thay the|bai bo|huy bo)(?: [([].*)?:?$/;

/**
 * "II. Danh mục thủ tục hành chính được sửa đổi, bổ sung": what the tables below it do. Null: no such heading, or one
 * over several lists at once.
 */
export function actionNamed(text: string): DecisionAction | null {
  const words = plainWords(withoutLabel(text));
  if (!isHeading(words)) return null;
  const names = /thu tuc hanh chinh|tthc|danh muc/.test(words) || onlyAction.test(words);
  const bare =
    words.length <= 60 &&
    /^(?:duoc |bi )?(?:moi ban|ban hanh moi|sua doi|bo sung|thay the|bai bo|huy bo)/.test(words);
  const named = names || bare ? actionsIn(words) : [];
  // "được thay thế, bãi bỏ" names several; "sửa đổi, bổ sung, thay thế" as one heading is of no one kind.
  return named.length === 1 ? named[0]! : null;
}

/** Whether a heading stands over lists of several kinds, so that what was said before holds no longer. */
const namesSeveral = (text: string): boolean => {
  const words = plainWords(text);
  return isHeading(words) && /thu tuc|tthc|danh muc/.test(words) && actionsIn(words).length > 1;
};

const levels: [Level, RegExp][] = [
  ["province", /\bcap tinh\b/],
  ["commune", /\bcap xa\b/],
  ["district", /\bcap huyen\b/],
  ["ministry", /\bcap (?:bo|trung uong)\b/],
];

/** "B. Thủ tục hành chính cấp xã": the one level that a short heading names. */
export function levelNamed(text: string): Level | null {
  const words = plainWords(withoutLabel(text));
  if (!isHeading(words)) return null;
  const named = levels.filter(([, pattern]) => pattern.test(words)).map(([level]) => level);
  return named.length === 1 ? named[0]! : null;
}

/** "(03 TTHC)", "- 02 thủ tục" behind a heading. */
const count =
  /\s*(?:[([]\s*\d+\s*(?:tthc|th[ủu] t[ụu]c)[^)\]]*[)\]]|[-–:]?\s*\d+\s*(?:tthc|th[ủu] t[ụu]c)(?: h[àa]nh ch[íi]nh)?)\s*$/iu;

/** A field as people write it in a sentence: all in capitals it is told in small letters. */
const asWritten = (text: string): string =>
  /\p{Ll}/u.test(text) ? text : text.charAt(0) + text.slice(1).toLowerCase();

/** The field that a row or a heading over procedures names; "" for none. `bare`: also without "Lĩnh vực" before it. */
export function fieldNamed(text: string, bare: boolean): string {
  const short = withoutLabel(text.replace(/\s+/gu, " ").trim()).replace(count, "").trim();
  const named = /^(?:nhóm\s+|thủ tục hành chính\s+|tthc\s+)*(?:trong\s+)?lĩnh vực\s*:?\s*/iu.exec(short);
  const field = named ? short.slice(named[0].length) : bare ? short : "";
  const tidy = field.replace(/[.:;]+$/u, "").trim();
  const words = plainWords(tidy);
  if (
    tidy.length > 150 ||
    !/\p{L}{2}/u.test(tidy) ||
    /^(?:tong|cong\b|ghi chu|khong co|danh muc|phu luc)/.test(words)
  )
    return "";
  return asWritten(tidy);
}

interface Said {
  action: DecisionAction | null;
  level: Level | null;
  field: string;
}

const nothing = (): Said => ({ action: null, level: null, field: "" });

/**
 * What the headings above a row say. A heading ends those of its own kind and what stood under them: below a new
 * level the field of the former one holds no longer.
 */
export class Scope {
  said = nothing();
  /** From the outermost heading to the innermost. */
  #order: (keyof Said)[] = [];

  /** What was said of it holds no longer, nor what stood under it. */
  #end(kind: keyof Said): void {
    const at = this.#order.indexOf(kind);
    if (at < 0) return;
    for (const ended of this.#order.splice(at)) this.said = { ...this.said, [ended]: nothing()[ended] };
  }

  #say(heading: Partial<Said>): void {
    for (const kind of Object.keys(heading) as (keyof Said)[]) {
      this.#end(kind);
      this.#order.push(kind);
    }
    this.said = { ...this.said, ...heading };
  }

  /**
   * Takes up what a heading says; false: it says nothing of procedures. `inTable`: a row over procedures, where a bare
   * name is a field.
   */
  hear(text: string, inTable: boolean): boolean {
    const action = actionNamed(text);
    const level = levelNamed(text);
    if (action === null && namesSeveral(text)) this.#end("action");
    // Of one heading that says both, neither is under the other: the level first, as it changes less.
    if (level !== null) this.#say({ level });
    if (action !== null) this.#say({ action });
    const field = action === null && level === null ? fieldNamed(text, inTable) : "";
    if (field !== "") this.#say({ field });
    return action !== null || level !== null || field !== "";
  }
}
