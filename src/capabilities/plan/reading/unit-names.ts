import { trimValue } from "./printed.ts";

const unitHeads = [
  "phòng",
  "văn phòng",
  "sở",
  "ban",
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
  "vp",
  "vụ",
  "trạm",
  "hạt kiểm lâm",
  "đội",
  "nhóm",
  "khoa",
  "chi bộ",
  "chi đoàn",
  "công đoàn",
  "liên minh",
  "ban xây dựng đảng",
  "ban chỉ huy",
  "tập đoàn",
  "hợp tác xã",
  "câu lạc bộ",
  "thôn",
  "khu phố",
  "xã",
  "phường",
  "trưởng",
  "phó trưởng",
  "phó chủ tịch",
  "phó chánh",
  "chánh",
  "chi nhánh",
  "đồng chí",
  "ông",
  "bà",
  "nhà thiếu nhi",
  "mttq",
  "ubmttq",
  "bch",
  "bqp",
  "bql",
  "tt",
];
const everyKind =
  /^(các|những|tất cả các|toàn thể)\s+(cơ quan|đơn vị|phòng|sở|ban|ngành|địa phương|xã|phường|thôn|tổ|trung tâm|chi|trường(?! hợp)|bộ(?! (chỉ số|tiêu chí|thủ tục|tài liệu|câu hỏi|phim))|hội(?! (nghị|thảo|thi|chợ|diễn|thao))|đoàn thể|doanh nghiệp|thành viên|công chức|viên chức|cá nhân|bệnh viện|nhà trường|khu|bản|huyện|thành phố|đảng|cấp|ủy ban|ubnd|đồng chí|lãnh đạo|trưởng|khoa|viện|trạm|đội|nhà|thư viện|bảo tàng|câu lạc bộ|vụ|cục|văn phòng)(?!\p{L})/u;
/** Words that begin as a unit's head does and are none. */
const notUnits =
  /^(tổ chức|tổ hợp|báo chí|báo cáo|hội (nghị|thảo|thi|thao|diễn|chợ|viên|trường|đàm)|công nghệ|bộ (máy|chỉ số|tiêu chí|thủ tục|tài liệu|câu hỏi|luật|nhận diện|phim)|thuế suất|trường hợp|ban hành|đoàn (thể|viên|kiểm tra|kết)|cục (bộ|diện)|công tác|đài truyền thanh$|phòng,? chống|phòng ngừa|sở hữu|viện dẫn|quỹ đất|lãnh đạo, chỉ đạo|thanh tra, kiểm tra|nhóm nhiệm vụ|đội ngũ|khoa học|vụ việc|xã hội|bà con|bản tin|trạm dừng|trưởng thành)/;
/** Heads that begin another unit after a comma even in small letters. */
const smallHeads =
  /^(các|phòng \p{Lu}|văn phòng|ubnd|sở \p{Lu}|trung tâm|đơn vị|lãnh đạo|công an|ban \p{Lu}|công chức)/u;

/** True when the words begin with the head of a unit's name ("Phòng …", "Các đơn vị …"). */
export function beginsUnit(words: string): boolean {
  const lower = words.slice(0, 80).trimStart().slice(0, 40).toLowerCase();
  if (notUnits.test(lower)) return false;
  if (everyKind.test(lower)) return true;
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
      // "Văn phòng HĐND và UBND xã" is one office, "Báo và Đài Phát thanh, Truyền hình" one newsroom.
      const joint =
        separator === " và " &&
        /(HĐND|Hội đồng nhân dân|Quốc hội|^\s*Báo)$/.test(part.slice(Math.max(from, at - 24), at));
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
