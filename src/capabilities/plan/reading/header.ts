import { unaccent } from "#platform/text/unaccent.ts";
import { isoDay } from "./calendar-day.ts";
import type { Line } from "./line.ts";
import { isCapitals, squeeze } from "./printed.ts";

/** What the head of the first page states. */
export interface HeaderParts {
  parentAgency: string | null;
  agency: string | null;
  number: string | null;
  symbol: string | null;
  place: string | null;
  date: string | null;
  /** The paragraph of the number and of the date, filled or not; null when there is none. */
  numberLine: number | null;
  dateLine: number | null;
}

const agencyHead =
  /^(ubnd|ủy ban|uỷ ban|sở|phòng|ban|trung tâm|chi cục|cục|bộ|tỉnh ủy|thành ủy|đảng ủy|đảng bộ|hđnd|hội đồng|văn phòng|trường|thư viện|bảo tàng|nhà hát|hội|liên đoàn|lđlđ|công đoàn|công ty|viện|học viện|bệnh viện|đài|báo|thanh tra|công an|đoàn|tỉnh đoàn|ủy ban mặt trận|mttq|huyện ủy|tổng cục|tổng công ty|tập đoàn|bảo hiểm xã hội|bhxh|kho bạc|ngân hàng|thuế|hải quan|tòa án|viện kiểm sát|bộ chỉ huy|trạm|hạt kiểm lâm|khối)(\s|$)/i;
const committee = /^(ubnd|ủy ban nhân dân|uỷ ban nhân dân)(\s|$)/i;
/** Where a name that does not fit on its line goes on. */
const placeHead = /^(tỉnh|thành phố|tp\.?|huyện|thị xã|quận|xã|phường|đặc khu|số)(\s|$)/i;
const dateLine = /^([\p{L}.\s-]{2,60}?)\s*,\s*ngày\b/iu;
const blank = "[\\s.…_\\-]*";
const wordDate = new RegExp(
  `ngày${blank}(\\d{0,2})${blank}tháng${blank}(\\d{0,2})${blank}năm${blank}(\\d{4})?`,
  "iu",
);
const slashDate = /ngày\s+(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})/iu;
const numberLine =
  /^số\s*:?[\s.…_-]*(\d{0,5})[\s.…_-]*((?:\/\d{4})?)\s*\/\s*([\p{Lu}\d][\p{L}\d&.-]*(?:\s?-\s?[\p{Lu}][\p{L}\d&.]*)*)/iu;

/** "Số: 12/KH-UBND Thí Dụ, ngày …" on one line, however little stands between them. */
const numberAndDate =
  /^(số\s*:[^/]{0,30}\/\s?[\p{Lu}\d][\p{L}\d&.-]*(?:\s?-\s?[\p{Lu}\d&.]+)*)\s+(\p{Lu}[^,]{1,40},\s*ngày.*)$/iu;

/** Party bodies write "Số 12-KH/TU". */
const partyNumber = /^số\s*:?[\s.…_]*(\d{0,5})[\s.…_]*-\s*(\p{Lu}{1,6}\/\p{Lu}[\p{L}\d.-]*)/iu;

/** Parts of a line that was typed in two columns. */
function columns(line: Line): string[] {
  const { wide } = line;
  const nation = wide.search(/cộng hòa xã hội|cộng hoà xã hội|độc lập\s*[-–—−]/i);
  if (nation > 0) return [wide.slice(0, nation), wide.slice(nation)].map(squeeze);
  const numbered = numberAndDate.exec(wide);
  if (numbered) return [numbered[1]!, numbered[2]!].map(squeeze);
  const dated = wide.search(/,\s*ngày/i);
  if (dated > 0) {
    const gap = Math.max(wide.lastIndexOf("\t", dated), wide.lastIndexOf("   ", dated));
    if (gap > 0) return [wide.slice(0, gap), wide.slice(gap)].map(squeeze);
  }
  return wide.split("\t").map(squeeze).filter(Boolean);
}

/** Agency names from their printed lines: a line that is no new agency goes on the one before. */
function agencies(lines: { text: string; bold: boolean }[]): string[] {
  const names: string[] = [];
  let light = false;
  for (const { text, bold } of lines) {
    const last = names.at(-1);
    const open = last !== undefined && /(,|-| và|^(ủy|uỷ) ban nhân dân)$/i.test(last);
    // The parent is set light and the agency bold, whatever their names begin with.
    const begins = agencyHead.test(text) || (bold && light && !open && !placeHead.test(text));
    if (last !== undefined && (!begins || (open && /(,| và)$/i.test(last))))
      names[names.length - 1] = `${last} ${text}`;
    else {
      names.push(text);
      light = !bold;
    }
  }
  return names;
}

/** Reads the lines above the type of the document: agencies, number, place and date. Blank is null. */
export function readHeader(lines: Line[]): HeaderParts {
  const header: HeaderParts = {
    parentAgency: null,
    agency: null,
    number: null,
    symbol: null,
    place: null,
    date: null,
    numberLine: null,
    dateLine: null,
  };
  const names: { text: string; bold: boolean }[] = [];
  for (const { text, index, bold } of lines.flatMap((line) =>
    columns(line).map((text) => ({ text, index: line.index, bold: line.bold })),
  )) {
    const plain = unaccent(text).toLowerCase();
    // Where the name of the nation does not fit on its line, its end stands below.
    if (/^(cong hoa xa hoi|dang cong san viet nam|doc lap\s*[-–]|(viet )?nam$)/.test(plain)) continue;
    const number = numberLine.exec(text.slice(0, 120));
    if (number) {
      header.numberLine ??= index;
      header.number ??= number[1] ? number[1] + (number[2] ?? "") : null;
      header.symbol ??= number[3]!.replace(/\s/g, "").replace(/[.-]+$/, "");
      continue;
    }
    const party = partyNumber.exec(text.slice(0, 120));
    if (party) {
      header.numberLine ??= index;
      header.number ??= party[1] || null;
      header.symbol ??= party[2]!;
      continue;
    }
    if (/^số\s*:/i.test(text)) {
      header.numberLine ??= index;
      header.number ??= /\d{1,5}/.exec(text)?.[0] ?? null;
      continue;
    }
    if (text.length > 300) continue;
    const place = dateLine.exec(text);
    const day = wordDate.exec(text) ?? slashDate.exec(text);
    if (day && text.length < 120) {
      header.dateLine ??= index;
      header.place ??= place ? squeeze(place[1]!) : null;
      header.date ??= isoDay(day[3], day[2], day[1]);
      continue;
    }
    if (/^\(?dự thảo/i.test(text) || /^(khẩn|thượng khẩn|hỏa tốc|mật|lưu hành nội bộ)/i.test(text)) continue;
    if (text.length <= 150 && (isCapitals(text) || agencyHead.test(text))) names.push({ text, bold });
  }
  const found = agencies(names).filter((name) => agencyHead.test(name) || names.length <= 3);
  header.agency = found.at(-1) ?? null;
  if (found.length > 1 && header.agency !== null && !committee.test(header.agency))
    header.parentAgency = found.at(-2) ?? null;
  return header;
}

/** Whether a line is one of those that stand at the head of a document: number, place and date, nation, agency. */
export function isHeadLine(text: string): boolean {
  return (
    text.length <= 150 &&
    (/^số\s*:/i.test(text) ||
      /^[\p{L}.\s-]{2,60},\s*ngày[\s\d.…_]*tháng/iu.test(text) ||
      /^(cộng h[oòóa]{1,2}.? xã hội|độc lập\s*[-–—])/iu.test(text) ||
      (isCapitals(text) && agencyHead.test(text)))
  );
}

/** Whether an agency is a People's Committee, which has no parent in its header. */
export function isCommittee(agency: string | null): boolean {
  return agency !== null && committee.test(agency);
}
