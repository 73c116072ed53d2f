import type { SourceDocument } from "#platform/official-document/read/block.ts";
import { UnreadableDocument } from "#platform/official-document/read/unreadable-document.ts";
import { isTaskTable } from "./appendix-tasks.ts";
import { beginsEnding, linesOfTable } from "./ending.ts";
import { isHeadLine } from "./header.ts";
import { parseAutomaticLabel, parseLabel } from "./label.ts";
import { type Item, itemsOf, type Line } from "./line.ts";
import { isCapitals, squeeze } from "./printed.ts";

/** A plan cut into the parts of an official document. */
export interface PlanParts {
  header: Line[];
  type: string | null;
  title: Line[];
  /** The rest of a type line that carries the title: "KẾ HOẠCH TRIỂN KHAI …". */
  titleOnTypeLine: string | null;
  opening: Line[];
  body: Item[];
  ending: Item[];
  appendix: Item[];
}

const otherTypes = [
  "NGHỊ QUYẾT",
  "QUYẾT ĐỊNH",
  "CHỈ THỊ",
  "QUY CHẾ",
  "QUY ĐỊNH",
  "THÔNG CÁO",
  "THÔNG BÁO",
  "HƯỚNG DẪN",
  "CHƯƠNG TRÌNH",
  "PHƯƠNG ÁN",
  "ĐỀ ÁN",
  "DỰ ÁN",
  "BÁO CÁO",
  "BIÊN BẢN",
  "TỜ TRÌNH",
  "HỢP ĐỒNG",
  "CÔNG ĐIỆN",
  "BẢN GHI NHỚ",
  "BẢN THỎA THUẬN",
  "GIẤY ỦY QUYỀN",
  "GIẤY MỜI",
  "GIẤY GIỚI THIỆU",
  "LUẬT",
  "NGHỊ ĐỊNH",
  "THÔNG TƯ",
];
const basisStart = /^(căn cứ|thực hiện|theo|để |xét |nhằm |trên cơ sở|tiếp tục thực hiện)/i;
const appendixHead = /^phụ lục(\s+(số\s*)?([ivxlc]+|\d{1,2}|[a-z]))?(?![\p{L}])/iu;
const attachedTitle = /^(danh mục|bảng|biểu|phân công) .{0,150}nhiệm vụ/iu;
const typicalHeadings =
  /(mục đích|yêu cầu|nội dung|nhiệm vụ|giải pháp|kinh phí|tổ chức thực hiện|hình thức|mục tiêu|thời gian)/i;

/** True for a line that begins with the number or letter of a clause. */
export function isNumbered(line: Line): boolean {
  const label = line.auto !== null ? parseAutomaticLabel(line.auto, line.text) : parseLabel(line.text);
  return label !== null && label.kind !== "bullet";
}

/** Where the type line stands: "KẾ HOẠCH" alone, or in capitals with the title behind it. */
function typeLine(line: Line): { type: string; rest: string | null } | null {
  if (line.auto !== null || line.text.length > 400) return null;
  const text = squeeze(line.text.replace(/^\(?dự thảo\)?\s*/i, ""));
  const upper = text.toUpperCase();
  if (!upper.startsWith("KẾ HOẠCH")) return null;
  if (upper === "KẾ HOẠCH") return { type: "KẾ HOẠCH", rest: null };
  const rest = text.slice("KẾ HOẠCH".length).trim();
  const capital = text.startsWith("KẾ HOẠCH");
  if (!capital || /^[:;,.]/.test(rest) || /^(SỐ|NÀY)\b/i.test(rest)) return null;
  return isCapitals(rest) || line.centered || line.bold ? { type: "KẾ HOẠCH", rest } : null;
}

function otherType(line: Line): string | null {
  if (line.text.length > 60 || !isCapitals(line.text)) return null;
  return otherTypes.find((type) => line.text === type || line.text === `${type}:`) ?? null;
}

function notAPlan(found: string | null): UnreadableDocument {
  const what =
    found === null
      ? "Không thấy dòng tên loại KẾ HOẠCH trong tệp này nên không đọc như một kế hoạch"
      : `Tệp này là ${found.toLowerCase()}, không phải kế hoạch, nên không được đọc`;
  return new UnreadableDocument("not-a-plan", `${what}; hãy chọn tệp của văn bản kế hoạch.`);
}

function flatten(items: Item[]): Line[] {
  return items.flatMap((item) => (item.kind === "line" ? [item] : linesOfTable(item)));
}

function isAppendixHead(line: Line): boolean {
  if (isNumbered(line) || line.text.length > 160 || /[;,]$/.test(line.text)) return false;
  if (appendixHead.test(line.text)) {
    const rest = line.text.replace(appendixHead, "").trim();
    return rest === "" || isCapitals(rest) || line.centered || line.bold || /^[:.(-]/.test(rest);
  }
  return attachedTitle.test(line.text) && isCapitals(line.text);
}

/** Cuts the document; throws UnreadableDocument when it is no plan. */
export function planParts(document: SourceDocument): PlanParts {
  const items = itemsOf(document.blocks, document.format);
  if (items.length === 0)
    throw new UnreadableDocument("empty", "Tệp không có chữ nào để đọc; hãy chọn lại tệp kế hoạch.");

  let typeAt = -1;
  let found: { type: string; rest: string | null; line: Line } | null = null;
  let different: string | null = null;
  for (const [at, item] of items.entries()) {
    const lines = item.kind === "line" ? [item] : at < 3 ? linesOfTable(item) : [];
    for (const line of lines) {
      const type = item.kind === "line" ? typeLine(line) : null;
      different ??= otherType(line);
      if (type && typeAt < 0) {
        typeAt = at;
        found = { ...type, line };
      }
    }
    if (typeAt >= 0 || at > 400) break;
  }
  if (typeAt < 0) {
    if (different !== null) throw notAPlan(different);
    return untypedPlan(items);
  }
  const decision = items.findIndex(
    (item, at) => at < typeAt && item.kind === "line" && otherType(item) !== null,
  );
  const header = flatten(items.slice(0, decision < 0 ? typeAt : decision));
  if (different !== null && different !== "QUYẾT ĐỊNH") throw notAPlan(different);

  // Texts that were not typed for printing may name the plan first and its head below.
  const headless = !header.some((line) => isHeadLine(line.text));
  let at = typeAt + 1;
  const title: Line[] = [];
  for (; at < items.length; at += 1) {
    const item = items[at]!;
    if (item.kind !== "line" || isNumbered(item) || item.text.startsWith("(")) break;
    if (headless && isHeadLine(item.text)) break;
    const first = title.length === 0 && found?.rest === null;
    // A type line that carries words of the title is its first line.
    const before = title.at(-1) ?? (found?.rest === null ? undefined : found?.line);
    // What stands at the left under a title in the middle is a heading of the body.
    if (before?.centered && !item.centered && item.text.length < 60 && typicalHeadings.test(item.text)) break;
    const goesOn =
      first ||
      /^\p{Ll}/u.test(item.text) ||
      (before !== undefined &&
        !basisStart.test(item.text) &&
        ((before.centered && item.centered) ||
          (before.bold && item.bold) ||
          item.sameParagraph ||
          (isCapitals(before.text) && isCapitals(item.text)) ||
          /^Năm \d{4}$/.test(item.text)) &&
        !/[.;:]$/.test(item.text)) ||
      (title.length === 0 && found?.rest !== null && isCapitals(item.text));
    if (
      !goesOn ||
      item.text.length > 500 ||
      (first && /[.;:]$/.test(item.text) && basisStart.test(item.text))
    )
      break;
    title.push(item);
  }
  const cut = rest(items, at);
  if (headless) {
    header.push(...cut.opening.filter((line) => isHeadLine(line.text)));
    cut.opening = cut.opening.filter((line) => !isHeadLine(line.text));
  }
  if (decision >= 0) {
    // The plan is attached to a decision, which carries the bases, the signature and the recipients.
    const carrier = items.slice(decision, typeAt);
    const signedFrom = carrier.findLastIndex((item) => item.kind === "line" && isNumbered(item));
    const signed = carrier.slice(signedFrom + 1);
    const ending = signed.findIndex(beginsEnding);
    if (cut.ending.length === 0 && ending >= 0) cut.ending = signed.slice(ending);
    cut.opening.push(...flatten(carrier).filter((line) => basisStart.test(line.text)));
  }
  return { header, type: found?.type ?? null, title, titleOnTypeLine: found?.rest ?? null, ...cut };
}

function rest(items: Item[], from: number): Pick<PlanParts, "opening" | "body" | "ending" | "appendix"> {
  let at = from;
  const opening: Line[] = [];
  for (; at < items.length; at += 1) {
    const item = items[at]!;
    if (item.kind !== "line" || isNumbered(item) || beginsEnding(item)) break;
    opening.push(item);
  }
  const bodyFrom = at;
  while (
    at < items.length &&
    !beginsEnding(items[at]!) &&
    !(items[at]!.kind === "line" && isAppendixHead(items[at] as Line))
  )
    at += 1;
  const endingFrom = at;
  while (at < items.length) {
    const item = items[at]!;
    if (item.kind === "line" ? isAppendixHead(item) : isTaskTable(item)) break;
    at += 1;
  }
  let appendix = items.slice(at);
  let ending = items.slice(endingFrom, at);
  if (ending.length === 0) {
    const late = appendix.findIndex(beginsEnding);
    if (late >= 0) [appendix, ending] = [appendix.slice(0, late), appendix.slice(late)];
  }
  const unnumbered = bodyFrom === endingFrom;
  return {
    opening: unnumbered ? opening.filter((line) => basisStart.test(line.text)) : opening,
    body: unnumbered
      ? opening.filter((line) => !basisStart.test(line.text))
      : items.slice(bodyFrom, endingFrom),
    ending,
    appendix,
  };
}

/** A document without a type line passes only when its heading and its clauses are those of a plan. */
function untypedPlan(items: Item[]): PlanParts {
  const first = items.findIndex((item) => item.kind === "line" && isNumbered(item));
  const head = flatten(items.slice(0, Math.max(first, 0)));
  const heading = head.findIndex(
    (line) => /^kế hoạch\s/i.test(line.text) && line.text.length < 300 && !/[.;:]$/.test(line.text),
  );
  const typical = items.filter(
    (item) =>
      item.kind === "line" && item.text.length < 120 && isNumbered(item) && typicalHeadings.test(item.text),
  );
  const line = head[heading];
  if (!line || (typical.length < 2 && !line.bold && !line.centered)) throw notAPlan(null);
  const at = items.indexOf(line);
  return {
    header: head.slice(0, heading),
    type: null,
    title: [line],
    titleOnTypeLine: null,
    ...rest(items, at < 0 ? first : at + 1),
  };
}
