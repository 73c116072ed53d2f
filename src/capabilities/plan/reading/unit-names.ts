import { trimValue } from "./field-name.ts";

const unitHeads = [
  "phòng",
  "văn phòng",
  "sở",
  "ban",
  "các",
  "trung tâm",
  "thư viện",
  "bảo tàng",
  "nhà hát",
  "nhà văn hóa",
  "ubnd",
  "ủy ban",
  "hđnd",
  "hội đồng",
  "hội",
  "chi cục",
  "cục",
  "tổng cục",
  "thanh tra",
  "đoàn",
  "công an",
  "bộ chỉ huy",
  "bộ phận",
  "bộ",
  "báo",
  "đài",
  "trường",
  "viện",
  "bệnh viện",
  "đơn vị",
  "cơ quan",
  "chủ tịch",
  "giám đốc",
  "phó giám đốc",
  "chánh văn phòng",
  "trưởng phòng",
  "lãnh đạo",
  "đảng ủy",
  "tỉnh ủy",
  "liên đoàn",
  "mặt trận",
  "ủy ban mặt trận",
  "bưu điện",
  "viễn thông",
  "tổ",
  "quỹ",
  "công ty",
  "kho bạc",
  "thuế",
  "ngân hàng",
  "điện lực",
  "hiệp hội",
  "ban quản lý",
  "công chức",
  "thủ trưởng",
  "người đứng đầu",
  "bảo hiểm xã hội",
  "tòa án",
  "viện kiểm sát",
];
/** Words that begin as a unit's head does and are none. */
const notUnits =
  /^(tổ chức|báo chí|báo cáo|hội nghị|hội thảo|công nghệ|bộ máy|thuế suất|trường hợp|ban hành|đoàn thể|cục bộ|công tác|đài truyền thanh$)/;
/** Heads that begin another unit after a comma even in small letters. */
const smallHeads =
  /^(các|phòng \p{Lu}|văn phòng|ubnd|sở \p{Lu}|trung tâm|đơn vị|lãnh đạo|công an|ban \p{Lu}|công chức)/u;

/** True when the words begin with the head of a unit's name ("Phòng …", "Các đơn vị …"). */
export function beginsUnit(words: string): boolean {
  const lower = words.trimStart().slice(0, 40).toLowerCase();
  if (notUnits.test(lower)) return false;
  return unitHeads.some(
    (head) => lower === head || lower.startsWith(`${head} `) || lower.startsWith(`${head},`),
  );
}

function beginsAnotherUnit(words: string): boolean {
  if (!beginsUnit(words)) return false;
  return /^\p{Lu}/u.test(words) || (smallHeads.test(words) && !/^đơn vị/.test(words));
}

/** The units of a list as printed, in order; the commas inside one unit's own name do not part it. */
export function splitUnits(list: string): string[] {
  const units: string[] = [];
  for (const part of list.split(/[;\n]/)) {
    let from = 0;
    for (let at = 0; at < part.length; at += 1) {
      const separator = [", và ", ", ", " và ", " - ", " + "].find((mark) => part.startsWith(mark, at));
      if (separator === undefined) continue;
      // "Văn phòng HĐND và UBND xã" is one office.
      const joint = separator === " và " && /(HĐND|Hội đồng nhân dân|Quốc hội)$/.test(part.slice(from, at));
      if (!joint && beginsAnotherUnit(part.slice(at + separator.length))) {
        units.push(part.slice(from, at));
        from = at + separator.length;
      }
      at += separator.length - 1;
    }
    units.push(part.slice(from));
  }
  return units
    .map((unit) => trimValue(unit.replace(/^[\s\-–+•*]+/, "")))
    .filter((unit) => /\p{L}/u.test(unit));
}
