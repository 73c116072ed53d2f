import { isoDay } from "./calendar-day.ts";
import type { Citation } from "./plan-reading.ts";

const types: readonly (readonly [string, string[]])[] = [
  ["Thông tư liên tịch", ["TTLT"]],
  ["Nghị quyết", ["NQ"]],
  ["Nghị định", ["NĐ"]],
  ["Quyết định", ["QĐ"]],
  ["Kế hoạch", ["KH"]],
  ["Thông tư", ["TT"]],
  ["Chỉ thị", ["CT"]],
  ["Chương trình", ["CTR"]],
  ["Hướng dẫn", ["HD"]],
  ["Thông báo", ["TB"]],
  ["Báo cáo", ["BC"]],
  ["Tờ trình", ["TTR"]],
  ["Công điện", ["CĐ"]],
  ["Công văn", []],
  ["Kết luận", ["KL"]],
  ["Quy chế", ["QC"]],
  ["Quy định", []],
  ["Pháp lệnh", []],
  ["Đề án", ["ĐA"]],
  ["Phương án", ["PA"]],
  ["Văn bản hợp nhất", ["VBHN"]],
  ["Văn bản", []],
  ["Bộ luật", []],
  ["Luật", []],
];
const number =
  /(?<![\d/\p{L}])(\d{1,5}[a-z]?(?:\/\d{4})?(?:\/|-(?=[A-ZĐ][A-Za-zĐđ]{0,5}\/))[A-ZĐ][A-ZĐa-zđƯÔưô0-9]{0,20}(?:[-/&][A-ZĐ][A-ZĐa-zđƯÔưô0-9.]{0,20}){0,4})/gu;
const dated =
  /^[\s,(]{0,4}ngày\s+(?:(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})|(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4}))/u;
const issuerEnd =
  /(?:\s(?:về|ban hành|quy định|phê duyệt|sửa đổi|bổ sung|thay thế|bãi bỏ|triển khai|thực hiện|hướng dẫn|giai đoạn|năm|nhằm|tại|công bố|giao|của|yêu cầu|đề nghị|trình|kèm theo|để|đến|tới|được|\(|v\/v)|[;.:)(]|\s(?:và|,)\s(?:Kế hoạch|Quyết định|Nghị|Thông|Chỉ thị|Công|Luật|số)|,\s(?=\p{Ll})|,\s(?=Kế hoạch|Quyết định|Nghị|Thông tư|Chỉ thị|Công văn|Luật|Hướng dẫn|Kết luận|Chương trình|Sở |UBND|Ủy ban |Ban |Phòng |Trung tâm |Văn phòng |Đảng ủy |Chi cục |Cục |Trường ))(?=[\s,;.]|$|\p{L})/u;
const issuerBefore = /(?<!\p{L})của\s+(\p{Lu}[^:;,.]{1,80}?)\s*(?::\s*(?:các\s+)?(?:số)?|số)?\s*$/u;

/** "Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số …" */
const proposedBy = /đề nghị của\s+(\p{Lu}[^:;,.]{1,80}?)\s+(?:tại|theo)\s*$/u;

function typeOfSymbol(symbol: string): string | null {
  const letters = symbol.split(/[/-]/).map((part) => part.toUpperCase());
  for (const [name, symbols] of types) if (symbols.some((short) => letters.includes(short))) return name;
  return null;
}

/** The type named before a number, as far as the words between belong to it; else the one that the symbol means. */
function typeBefore(before: string, symbol: string): string | null {
  const near = before.slice(-80).toLowerCase();
  let best: { name: string; at: number } | null = null;
  for (const [name] of types) {
    const at = near.lastIndexOf(name.toLowerCase());
    if (at < 0) continue;
    const end = at + name.length;
    const bestEnd = best === null ? -1 : best.at + best.name.length;
    if (end > bestEnd || (end === bestEnd && name.length > best!.name.length)) best = { name, at };
  }
  const meant = typeOfSymbol(symbol);
  if (best !== null && !/[;.]/.test(near.slice(best.at))) {
    const between = near.slice(best.at + best.name.length).trim();
    // "Thông báo kết luận số 45-TB/TW": the symbol tells which of the words is the type.
    const lead = meant === null ? -1 : near.slice(0, best.at).lastIndexOf(meant.toLowerCase());
    if (meant !== null && lead >= 0 && near.slice(lead + meant.length, best.at).trim() === "") return meant;
    if (
      best.name.endsWith("uật") ||
      between === "" ||
      /^số|,$|và số$|, số$|^hành động( số)?$|^của .*(:|số)$/.test(between)
    )
      return best.name;
  }
  return meant;
}

function issuerAfter(text: string): string | null {
  const of = /^[\s,]{0,3}của\s+/u.exec(text);
  if (!of) return null;
  const rest = text.slice(of[0].length, of[0].length + 160);
  const end = issuerEnd.exec(rest);
  const issuer = rest
    .slice(0, end ? end.index : rest.length)
    .replace(/[,\s]+$/, "")
    .trim();
  return /^\p{L}/u.test(issuer) && (end !== null || rest.length < 160) ? issuer : null;
}

/** The words of the citation, from its type to the end of its clause. */
function citedText(text: string, from: number, numberEnd: number): string {
  const rest = text.slice(numberEnd, numberEnd + 400);
  const end =
    /;|\.\s|\.$|\.\/\.|\n|(,| và) (?=(Kế hoạch|Quyết định|Nghị quyết|Nghị định|Thông tư|Chỉ thị|Công văn|Hướng dẫn|Chương trình|Kết luận)?( số)? ?\d{1,5}\/)/.exec(
      rest,
    );
  return text
    .slice(from, numberEnd + (end ? end.index : rest.length))
    .replace(/[\s,.]+$/, "")
    .trim();
}

/** "36 /KH - UBND": spaces typed around the marks of a number. */
const spacedNumber =
  /(?<=\d)\s?\/\s?(?=(?:NQ|NĐ|QĐ|KH|TT|CT|CTr|HD|TB|BC|TTr|CĐ|KL|QC|ĐA|PA)\s?[-–]\s?\p{Lu})((?:NQ|NĐ|QĐ|KH|TT|CT|CTr|HD|TB|BC|TTr|CĐ|KL|QC|ĐA|PA))\s?[-–]\s?/gu;

function citationsIn(printedText: string, role: Citation["role"]): Citation[] {
  const text = printedText.replace(spacedNumber, "/$1-");
  const found: Citation[] = [];
  let listEnd = -1;
  let shared: string | null = null;
  for (const match of text.matchAll(number)) {
    const printed = match[1]!.replace(/[-/.]+$/, "");
    const symbol = printed.replace(/^\d+[a-z]?(\/\d{4})?[/-]?/, "");
    if (symbol.length < 2 || !/[A-ZĐ]/.test(symbol)) continue;
    const start = match.index;
    const end = start + printed.length;
    const before = text.slice(Math.max(0, start - 120), start);
    const type = typeBefore(before, symbol);
    const date = dated.exec(text.slice(end, end + 60));
    const dateLength = date ? date[0].length : 0;
    const typeAt = type === null ? -1 : before.toLowerCase().lastIndexOf(type.toLowerCase());
    const said = typeAt >= 0 && !/[;.]/.test(before.slice(typeAt)) ? before.length - typeAt : 0;
    // "các Nghị định của Chính phủ: số …, số …" names the issuer once for the list.
    const continued = listEnd >= 0 && /^,?\s*(và\s*)?số\s*$/.test(text.slice(listEnd, start));
    if (!continued)
      shared =
        said > 0
          ? (issuerBefore.exec(before.slice(typeAt))?.[1] ??
            proposedBy.exec(before.slice(0, typeAt))?.[1] ??
            null)
          : null;
    listEnd = end + dateLength;
    found.push({
      number: printed,
      type: type ?? (continued ? (found.at(-1)?.type ?? null) : null),
      date: date ? isoDay(date[3] ?? date[6], date[2] ?? date[5], date[1] ?? date[4]) : null,
      issuer: issuerAfter(text.slice(end + dateLength, end + dateLength + 180)) ?? shared,
      role,
      text: citedText(text, start - said, end),
    });
  }
  return found;
}

/** Gathers the documents that the plan cites, each once; a document cited as basis anywhere is a basis. */
export class CitationList {
  #byNumber = new Map<string, Citation>();
  #own: string | null;

  /** `own` is the plan's own whole number, which is no citation. */
  constructor(own: string | null) {
    this.#own = own === null ? null : keyOf(own);
  }

  add(text: string, role: Citation["role"]): void {
    if (!text.includes("/")) return;
    for (const citation of citationsIn(text, role)) {
      const key = keyOf(citation.number);
      if (key === this.#own) continue;
      const known = this.#byNumber.get(key);
      if (!known) {
        this.#byNumber.set(key, citation);
        continue;
      }
      if (known.date === null && citation.date !== null) known.text = citation.text;
      known.type ??= citation.type;
      known.date ??= citation.date;
      known.issuer ??= citation.issuer;
      if (role === "basis") known.role = "basis";
    }
  }

  list(): Citation[] {
    return [...this.#byNumber.values()];
  }
}

function keyOf(printed: string): string {
  return printed.toUpperCase().replace(/^0+(?=\d)/, "");
}
