/** Family names that Vietnamese people bear, of the Kinh and of others. */
const FAMILY =
  "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đào|Đinh|Đoàn|Lâm|Mai|Trịnh|Trương|Tạ|Tô|Tống|Thái|Thân|Tăng|Tiêu|Từ|Lưu|Lương|Lại|La|Lục|Lò|Lường|Chu|Châu|Cao|Cù|Cung|Khổng|Khương|Kiều|Kim|Quách|Quan|Quản|Nghiêm|Ninh|Nông|Ngụy|Giáp|Giang|Hà|Hứa|Hán|Doãn|Diệp|Đàm|Đồng|Đới|Đậu|Đường|Âu|Phùng|Phí|Phó|Thạch|Thiều|Thi|Triệu|Trà|Uông|Văn|Viên|Vi|Vương|Vừ|Giàng|Sùng|Thào|Hạng|Lầu|Cầm|Quàng|Tòng|Bế|Hoa|Mạc|Mẫn|Mẫu|Nhữ|Ngọ|Chử|Bạch|Tôn|Sầm|Siu|Rơ|Y|Điểu|H’|Hờ|Ma|Mùa|Ngọc|Ong|Ngân";
const FAMILY_UPPER = FAMILY.toLocaleUpperCase("vi");
const FAMILY_PLAIN =
  "Nguyen|Tran|Le|Pham|Hoang|Huynh|Phan|Vu|Vo|Dang|Bui|Do|Ho|Ngo|Duong|Ly|Dao|Dinh|Doan|Trinh|Truong|Ta|Luu|Luong|Chu|Cao|Ha|Hua|Phung|Trieu|Vuong|Nong|Giap|Nghiem";

/** Those that are seldom another word behind a form of address: “ông đỗ tiến sĩ”, “hoa anh đào nở” name nobody. */
const FAMILY_SMALL = "nguyễn|trần|lê|phạm|huỳnh|phan|đặng|ngô|đinh|trịnh|phùng|nghiêm";
/** What they are a part of nevertheless. */
const NO_NAME_SMALL =
  /^(?:trần (?:tình|thuật|trụi)|lê (?:la|lết)|đinh ninh|ngô nghê|nghiêm (?:túc|khắc|chỉnh|cấm|trang|ngặt|trọng))(?![\p{L}\p{M}])/u;
/** Pages of the press and of offices. */
const OF_MEDIUM = /^(?:Bắc Ninh|Bắc Giang|Báo|Đài|Cổng|Truyền|Trang (?:Tin|Thông))(?![\p{L}\p{M}])/u;
const SMALL = "\\p{Ll}[\\p{Ll}\\p{M}]{0,6}";

const WORD = "\\p{Lu}\\p{Ll}[\\p{Ll}\\p{M}’']*";
/** A given name may be a letter, or end in one: “Nguyễn Văn A”. */
const GIVEN = "(?:\\p{Lu}\\p{Ll}[\\p{Ll}\\p{M}’']*|\\p{Lu}(?![\\p{L}\\p{M}]))";
const UPPER = "\\p{Lu}[\\p{Lu}\\p{M}]*";
const START = "(?<![\\p{L}\\p{M}\\d])";
const END = "(?![\\p{L}\\p{M}])";

const FORM =
  "[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Ee]m|[Cc]háu|[Cc]ô|[Cc]hú|[Bb]ác|[Tt]hầy|[Cc]ụ|[Dd]ì|[Cc]ậu|[Mm]ợ|[Bb]ạn|[Đđ]ồng chí|[Đđ]/c|[Đđ]c|[Vv]ợ|[Cc]hồng|[Bb]ố|[Mm]ẹ|[Cc]on (?:trai|gái|dâu|rể)|[Hh]ộ|[Gg]ia đình|ÔNG|BÀ|ANH|CHỊ|M(?:r|rs|s)\\.?";
const ROLE =
  "[Cc]án bộ|[Cc]ông chức|[Vv]iên chức|[Cc]huyên viên|[Nn]hân viên|[Bb]ảo vệ|[Kk]ế toán|[Tt]rưởng thôn|[Tt]ổ trưởng|[Bb]ác sĩ|[Ll]uật sư|[Tt]ài xế|[Ll]ái xe|[Hh]ướng dẫn viên|[Nn]ghệ nhân|[Nn]ghệ sĩ";

/** Words with a capital after a form of address or an office that begin no name. */
const NO_NAME =
  /^(?:Sở|Phòng|Ban|Bộ|Cục|Chi|Tổng|Ủy|Uỷ|UBND|HĐND|MTTQ|Hội đồng|Hội Nông|Hội Phụ|Hội Cựu|Trung tâm|Văn phòng|Văn hóa|Văn hoá|Giám đốc|Phó|Chủ tịch|Chủ nhiệm|Trưởng|Bí thư|Thủ tướng|Tổ trưởng|Thanh tra|Thường trực|Công an|Công ty|Công chức|Cán bộ|Tư pháp|Địa chính|Tài chính|Tài nguyên|Kế toán|Một cửa|Tiếp nhận|Đảng|Đoàn thanh|Đoàn Thanh|Nhà nước|Nhân dân|Việt Nam|Tin|Việt|Kinh|Hiệu trưởng|Viện|Trường|Bảo tàng|Bảo hiểm|Bảo vệ|Nơi|Khi|Hiện|Theo|Tuy|Nhưng|Ngày|Năm nay|Nếu|Đã|Đang|Đến|Để|Được|Không|Có|Nay|Vì|Và|Xin|Rất|Thưa|Kính|Là|Các|Những|Một|Trong|Từ|Hay|Lao|Quản lý|Xã|Phường|Thôn|Y tế|Thể|Du lịch|Hành|Nội vụ|Hưu|Hồ Chí Minh|Hồ)(?![\p{L}\p{M}])/u;
/** What looks like a form of address with a name but is a place, a land, or a person of history. */
const NOBODY =
  /^(?:Bà (?:Rịa|Nà|Đen|Triệu|Trưng|Chúa)|Ông Hoàng|Cô Tô|[Bb]ác Hồ|Anh Quốc|Thầy Thím|Chú Hỏa)(?![\p{L}\p{M}])/u;
/** People of history, after whom places, awards and ways of working are called. */
const HISTORIC =
  /^(?:Hồ Chí Minh|Lý Thái Tổ|Lý Thánh Tông|Lý Nhân Tông|Trần Nhân Tông|Trần Thái Tông|Lê Thánh Tông|Trần Quốc Tuấn|Trần Quang Khải|Trần Nguyên Hãn|Đinh Tiên Hoàng|Nguyễn Ái Quốc|Nguyễn Thị Minh Khai|Võ Thị Sáu|Nguyễn Đăng Đạo|Hai Bà Trưng|Lý Công Uẩn|Lý Thường Kiệt|Trần Hưng Đạo|Lê Lợi|Lê Thái Tổ|Nguyễn Trãi|Nguyễn Du|Võ Nguyên Giáp|Nguyễn Văn Cừ|Ngô Gia Tự|Hoàng Quốc Việt|Hoàng Hoa Thám|Hàn Thuyên|Ngô Quyền|Quang Trung|Phan Bội Châu|Lê Duẩn|Trường Chinh|Tôn Đức Thắng|Hoàng Văn Thụ|Thân Nhân Trung|Lê Hồng Phong|Trần Phú|Nguyễn Gia Thiều|Nguyễn Cao|Lê Văn Thịnh|Cao Bằng|Hà Nội|Hà Giang|Hà Nam|Hà Tĩnh|Hà Đông|Thái Nguyên|Thái Bình|Lâm Đồng|Ninh Bình|Ninh Thuận|Kim Sơn|Giang Nam|Mai Châu|Mai Đình|Lào Cai|Lai Châu|Hòa Bình|Hoa Lư|Hoa Kỳ|Văn Miếu|Văn Lang|Văn Giang|Từ Sơn|Tiên Du|Quan Họ|La Mã|Đồng Nai|Đồng Tháp|Đông Anh|Hồ Tây|Hồ Gươm|Hồ Hoàn Kiếm|Kim Bôi|Vi Phạm)(?![\p{L}\p{M}])/iu;
/** Before a name: the name is of a street, a school, a place, an award. */
const OF_PLACE =
  /(?<![\p{L}\p{M}])(?:đường|phố|trường|trường (?:TH|THCS|THPT|tiểu học|mầm non|đại học)|THPT|THCS|tiểu học|giải thưởng|giải|chùa|đền|đình|lăng|tượng đài|công viên|quảng trường|bảo tàng|di tích|lễ hội|xã|phường|thị trấn|thị xã|thành phố|tỉnh|huyện|quận|thôn|xóm|làng|sông|núi|hồ|đảo|cầu|chợ|khu|khu lưu niệm|bệnh viện|nhà hát|nhà văn hóa|tư tưởng|tấm gương|công ty|hiệu|quán|nhà hàng|khách sạn|nước|tiếng|triều|nhà|vua|danh nhân|anh hùng|lăng mộ) $/iu;

interface NamePattern {
  /** The group `name` is the name; the rest of what matches is left as it is. */
  pattern: RegExp;
  /** True: this is nobody. `on` is the name with what goes on behind it. */
  unless?: (name: string, whole: string, before: string, on: string) => boolean;
}

const noName = (_: string, whole: string, before: string, on: string) =>
  NO_NAME.test(on) || NOBODY.test(whole) || OF_PLACE.test(before);

const patterns: NamePattern[] = [
  {
    // “ông Nguyễn Văn Mẫu”, “chị Lan”, “ông/bà: Trần T. M.”
    pattern: new RegExp(
      `${START}(?:(?:${FORM})(?:(?:\\s?[/,(]\\s?|\\s)(?:${FORM})\\)?)?(?:\\s(?:giáo|chủ|tên(?: là)?))?[:;]?\\s)(?<name>${GIVEN}(?:\\.?\\s?${GIVEN}\\.?){0,4})${END}`,
      "gu",
    ),
    unless: noName,
  },
  {
    // “BÀ TRẦN THỊ MẪU”
    pattern: new RegExp(
      `${START}(?:(?:${FORM})[:]?\\s)(?<name>(?:${FAMILY_UPPER})(?:\\s${UPPER}){1,4})${END}`,
      "gu",
    ),
    unless: noName,
  },
  {
    // “cán bộ Lan”, “công chức Trần Mẫu”
    pattern: new RegExp(
      `${START}(?:${ROLE})(?: tên(?: là)?)?:?\\s(?<name>${WORD}(?:\\s${GIVEN}){0,3})${END}`,
      "gu",
    ),
    unless: noName,
  },
  {
    // “tôi tên là Mẫu”, “Họ và tên: Trần Mẫu”, “người gửi: …”
    pattern: new RegExp(
      `${START}(?:[Tt]ên (?:tôi|em|cháu|mình) là|[Tt]ôi tên(?: là)?|[Tt]ôi là|[Ee]m là|[Mm]ình là|[Hh]ọ(?: và)? tên|[Ll]iên hệ|[Nn]gười (?:gửi|nộp|viết|đại diện|phản ánh|kiến nghị|làm đơn|liên hệ|đứng tên|thân)|[Kk]ý tên|[Cc]hủ (?:hộ|tài khoản|xe|nhà|đất)|đứng tên|[Gg]ặp|(?:thẻ|biển) tên)\\s?(?:là)?[:\\s]\\s?(?<name>${WORD}(?:\\s${GIVEN}){0,4})${END}`,
      "gu",
    ),
    unless: noName,
  },
  {
    // “Nguyễn Văn Mẫu” anywhere
    pattern: new RegExp(`${START}(?<name>(?:${FAMILY})(?:\\s${GIVEN}){1,4})${END}`, "gu"),
    unless: (name, _, before) => HISTORIC.test(name) || OF_PLACE.test(before) || !isLikelyFull(name),
  },
  {
    // “NGUYỄN VĂN MẪU”: with a middle name that only people bear
    pattern: new RegExp(
      `${START}(?<name>(?:${FAMILY_UPPER})\\s(?:VĂN|THỊ|ĐỨC|XUÂN|HỮU|NGỌC|THANH|MINH|QUANG)(?:\\s${UPPER}){1,3})${END}`,
      "gu",
    ),
    unless: (name, _, before) => HISTORIC.test(name) || OF_PLACE.test(before),
  },
  {
    // “nguyễn thị lan”, typed without capitals
    pattern: new RegExp(
      `${START}(?<name>(?:${FAMILY.toLocaleLowerCase("vi")})\\s(?:thị|văn)\\s\\p{Ll}[\\p{Ll}\\p{M}]{1,7}(?:\\s\\p{Ll}[\\p{Ll}\\p{M}]{1,7})?)${END}`,
      "gu",
    ),
    unless: (name) =>
      /^(?:văn|thi|thái|quản|quan|hà|ma|la|y) |(?:văn|thị) (?:hóa|hoá|bản|phòng|trường|xã|trấn|thư|nghệ|minh|bằng)/u.test(
        name,
      ),
  },
  {
    // “ông trần minh mẫu”: after a form of address no middle name is needed
    pattern: new RegExp(
      `${START}(?:(?:${FORM})(?: tên(?: là)?)?:?\\s)(?<name>(?:${FAMILY_SMALL})\\s(?:(?:văn|thị|đức|xuân|hữu|ngọc|thanh|minh|quang|thu|đình|duy|quốc|bá|mạnh|hồng|thế|trọng)\\s)?${SMALL})${END}`,
      "gu",
    ),
    unless: (name) => NO_NAME_SMALL.test(name),
  },
  {
    // “fb: Lan Trần”: the name under which one is found there
    pattern: new RegExp(
      `${START}(?:fb|FB|Fb|face|[Ff]acebook|[Tt]iktok|TikTok|[Zz]alo|nick|Nick)(?: (?:là|tên(?: là)?|của (?:tôi|em|mình)(?: là)?)|\\s?:)\\s(?<name>${WORD}(?:\\s${GIVEN}){1,3})${END}`,
      "gu",
    ),
    unless: (name, whole, before, on) => OF_MEDIUM.test(name) || noName(name, whole, before, on),
  },
  {
    // “NGUYEN THI LAN”, as banks write it
    pattern: new RegExp(
      `${START}(?<name>(?:${FAMILY_PLAIN.toUpperCase()})\\s(?:VAN|THI|DUC|XUAN|HUU|NGOC|THANH|MINH|QUANG)(?:\\s[A-Z]{1,7}){1,2})${END}`,
      "gu",
    ),
  },
  {
    // “Nguyen Thi Lan”, typed without marks
    pattern: new RegExp(
      `${START}(?<name>(?:${FAMILY_PLAIN})\\s(?:Van|Thi|[A-Z][a-z]{1,6})\\s[A-Z][a-z]{0,6}(?:\\s[A-Z][a-z]{0,6}){0,2})${END}`,
      "gu",
    ),
    unless: (name) => /[^\x20-\x7e]/u.test(name),
  },
];

/** Families that are common words or places need more than one name behind them. */
const AMBIGUOUS =
  /^(?:Mai|Hà|Kim|Ninh|Văn|Thái|Hoa|Từ|La|Quan|Quản|Giang|Đường|Đồng|Trà|Phó|Y|Ma|Vi|Cao|Lại|Cung|Thi|Viên|Ngọc|Ngân|Bạch|Tôn|Từ|Hồ|Lâm|Châu|Mùa|Tiêu|Ong)\s/u;
const MIDDLE =
  /\s(?:Văn|Thị|Đức|Xuân|Hữu|Ngọc|Thanh|Minh|Quang|Thu|Đình|Duy|Quốc|Anh|Bá|Công|Mạnh|Hồng|Thế|Trọng|Tuấn|Việt|Kim|Bích|Phương|Hoàng)(?:\s|$)/u;
/** Second words that make an institution of a first that is a family name, too. */
const INSTITUTION = /\s(?:Tâm|Phòng|Hóa|Hoá|Chính|Nghệ|Thanh niên|Ủy|Sở|Lịch)(?:\s|$)/u;

function isLikelyFull(name: string): boolean {
  if (INSTITUTION.test(name)) return false;
  return !AMBIGUOUS.test(name) || MIDDLE.test(name);
}

/** Names of people, by their places. */
export function findNames(text: string): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  if (!/\p{L}/u.test(text)) return found;
  for (const { pattern, unless } of patterns)
    for (const match of text.matchAll(pattern)) {
      const name = match.groups!.name!;
      const from = match.index + match[0].length - name.length;
      const before = text.slice(Math.max(0, match.index - 30), match.index);
      if (unless?.(name, match[0], before, text.slice(from, from + name.length + 20))) continue;
      found.push({ from, to: from + name.trimEnd().length });
    }
  return found;
}
