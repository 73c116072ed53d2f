import type { PersonalKind } from "./personal-span.ts";

export interface Sort {
  kind: PersonalKind;
  pattern: RegExp;
  /** Nearly never taken for something else: also worth a word while somebody writes. */
  sure?: true;
  /** Reaches to the end of the clause: told of whole, but too much to be covered. */
  wide?: true;
  /** True: these are nobody's. `before` and `after` are what stands around them. */
  unless?: (words: string, before: string, after: string) => boolean;
}

/** Words before a number that make it an office's and nobody's own. */
const OF_OFFICE =
  /(?:đường dây nóng|hotline|tổng đài|điện thoại (?:trực|cơ quan|văn phòng|công vụ|liên hệ|bàn)|số (?:máy )?trực|zalo (?:oa|của)|liên hệ công tác)[^.;\n]{0,60}$/iu;
/** Words before a long number that is of a dossier or a thing. */
const OF_THING =
  /(?:hồ sơ|giao dịch|mã vạch|mã đơn|mã số thuế|hóa đơn|biên lai|vận đơn|thiết bị|tài khoản|STK)[^.;\n\d]{0,30}$/iu;
/** An account of an office, a fund or a firm. */
const ACCOUNT_OF_OFFICE =
  /kho bạc|quỹ|công ty|(?:của|tên) (?:sở|văn phòng|ủy ban|UBND|trung tâm|cơ quan|hội|nhà trường|trường)/iu;
const OFFICE_MAIL =
  /(?:^|[.\-_])(?:lienhe|lien-he|info|contact|support|hotro|ho-tro|vanthu|van-thu|toasoan|banbientap|bbt|admin|webmaster|congdan|tiepdan|phananh|gopy|baochi|truyenthong|noreply|tuyensinh|phong|so|vp|ubnd)(?:[.\-_@\d]|$)|@(?:[\w-]{1,63}\.){0,4}(?:gov\.vn|edu\.vn|chinhphu\.vn|gandan\.vn|example\.(?:com|org|vn))$/iu;
/** An address before which one of these stands is where an office works. */
const OFFICE_PLACE =
  /(?:trụ sở|cơ quan|văn phòng|sở|trung tâm|UBND|ủy ban|bộ phận|công ty|trường|bệnh viện|nhà văn hóa|bảo tàng|thư viện)[^.;\n]{0,70}$/iu;
const BANK =
  "(?:vietcombank|vietinbank|agribank|bidv|techcombank|sacombank|vpbank|tpbank|mbbank|acb|hdbank|vib|ngân hàng|chuyển khoản)";

const digits = (words: string) => words.replace(/\D/gu, "");

/** Twelve digits of an identity: province, century and sex, year of birth, six more. */
const isIdentity = (words: string) => /^0(?:0[1-9]|[1-8]\d|9[0-6])[0-3]\d{8}$/u.test(digits(words));

const NUMBER_WORD = "(?:không|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín)";

/** Numbers, addresses and accounts that a person could be found by. Of two on the same words the first is meant. */
export const sorts: Sort[] = [
  {
    kind: "account",
    sure: true,
    pattern:
      /(?<=(?:số tài khoản|tài khoản số|STK|số TK)[^.;\n\d]{0,30})(?<!\d)\d(?:[ .-]?\d){5,18}(?!\d)/giu,
    unless: (_, before, after) => ACCOUNT_OF_OFFICE.test(before) || ACCOUNT_OF_OFFICE.test(after),
  },
  {
    kind: "identity",
    sure: true,
    pattern:
      /(?<=(?:CCCD|CMND|GPLX|giấy phép lái xe|bằng lái|căn cước|chứng minh (?:nhân dân|thư)|định danh cá nhân)[^.;\n\d]{0,30})(?<!\d)\d(?:[ .]?\d){8}(?:(?:[ .]?\d){3})?(?![\d/])/giu,
  },
  {
    kind: "identity",
    sure: true,
    pattern: /(?<![\d.,/\p{L}-])0\d{2}[ .]?\d{3}[ .]?\d{3}[ .]?\d{3}(?![\d/]|[.,]\d)/gu,
    unless: (words, before) => !isIdentity(words) || OF_THING.test(before),
  },
  {
    kind: "phone",
    sure: true,
    // Ten digits after 0 (or +84), in any usual grouping.
    pattern: /(?<![\d.,/\p{L}])(?:\(?\+?84\)?|0)[ .-]?[35789](?:[ .-]?\d){8}(?![\d/]|[.,]\d)/gu,
    unless: (_, before) => OF_OFFICE.test(before) || OF_THING.test(before),
  },
  {
    kind: "email",
    sure: true,
    pattern: /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}(?!\w)/gu,
    unless: (words) => OFFICE_MAIL.test(words),
  },
  {
    kind: "plate",
    sure: true,
    pattern:
      /(?<![\w./-])[1-9]\d-?[A-ZĐ](?:[A-Z]|\d)?[ -]{0,2}\d{3}\.\d{2}(?!\d)|(?<=(?:biển số|biển kiểm soát|BKS)[^.;\n\d]{0,20})[1-9]\d-?[A-ZĐ](?:[A-Z]|\d)?[ -]{0,2}\d{4,5}(?!\d)/gu,
  },
  {
    kind: "address",
    sure: true,
    wide: true,
    pattern:
      /(?:thường trú|tạm trú|cư trú|trú tại|trú ở|chỗ ở hiện (?:nay|tại)|nhà riêng|nhà ở)(?: (?:tại|ở))?:? ?(?:số (?:nhà )?\d|nhà số \d|tổ (?:dân phố )?\d|ngõ |ngách |hẻm |\d+[\w/]{0,8} (?:đường|phố) )[^.;\n]{0,80}/giu,
  },
  {
    kind: "address",
    sure: true,
    wide: true,
    pattern: /(?:số nhà|nhà số) \d[^.;\n]{0,60}/giu,
    unless: (_, before) =>
      !/(?<![\p{L}\p{M}])(?:ông|bà|anh|chị|em|cháu|gia đình|hộ) \p{L}[^.;\n]{0,60}$/iu.test(before),
  },
  // From here on what is looked for only where a text is made public for people who never wrote for the public.
  {
    kind: "dossier",
    pattern: /(?<![\w.])(?:\d{3}\.\d{2}\.\d{2}\.)?[GH]\d{2}(?:\.\d{1,3}){0,3}-\d{6,8}-\d{3,8}(?!\d)/gu,
  },
  {
    kind: "dossier",
    pattern:
      /(?<=(?:mã (?:số )?hồ sơ|số hồ sơ|hồ sơ (?:số|mã)|mã biên nhận|số biên nhận|biên nhận số|giấy hẹn số|mã tra cứu)[^.;\n\d]{0,15})(?=[\w./-]{0,30}\d[\w./-]{0,30}\d)[\p{Lu}\d][\w./-]{3,40}(?<![./-])/giu,
  },
  {
    kind: "identity",
    // Grouped oddly, or without the word: eleven digits more after a nought, the shape of an identity.
    pattern: /(?<![\d.,/\p{L}])0(?:[ .-]?\d){11}(?![\d/]|[.,]\d)/gu,
    unless: (words) => !isIdentity(words),
  },
  {
    kind: "passport",
    pattern: /(?<![\p{L}\d./-])[A-Z]\d{7,8}(?![\d/])/gu,
  },
  {
    kind: "insurance",
    pattern: /(?<![\p{L}\d])[A-Z]{2}[ -]?\d[ -]?\d{2}[ -]?(?:\d[ -]?){9}\d(?!\d)/gu,
  },
  {
    kind: "insurance",
    pattern:
      /(?<=(?:BHXH|BHYT|bảo hiểm (?:xã hội|y tế)|mã số thuế|MST)[^.;\n\d]{0,25})\d(?:[ .-]?\d){9,12}(?!\d)/giu,
    unless: (_, before, after) => ACCOUNT_OF_OFFICE.test(before) || ACCOUNT_OF_OFFICE.test(after),
  },
  {
    kind: "account",
    pattern: new RegExp(
      `(?<=(?<![\\p{L}])(?:${BANK}|số thẻ|TK)[^.;\\n\\d]{0,30})(?<![\\d.,])\\d(?:[ .-]?\\d){7,18}(?!\\d|,\\d| ?đồng| ?đ\\b)`,
      "giu",
    ),
    unless: (words, before, after) =>
      ACCOUNT_OF_OFFICE.test(before) || ACCOUNT_OF_OFFICE.test(after) || /^\d{1,3}(?:\.\d{3})+$/u.test(words),
  },
  {
    kind: "phone",
    // A telephone at home, and numbers grouped in ways of their own.
    pattern:
      /(?<![\d.,/\p{L}])(?:\(?\+?84\)?[ .-]?|\(?0)2\d{1,2}\)?(?:[ .-]?\d){7,8}(?![\d/]|[.,]\d)|(?<![\d/\p{L}])0[35789](?:[ ._*-]{0,3}\d){8}(?![\d/])/gu,
    unless: (_, before) => OF_OFFICE.test(before) || OFFICE_PLACE.test(before) || OF_THING.test(before),
  },
  {
    kind: "phone",
    // Said in words, so that no pattern finds it.
    pattern: new RegExp(
      `(?<![\\p{L}])không[ ,.-]{1,2}(?:${NUMBER_WORD}[ ,.-]{1,2}){8,9}${NUMBER_WORD}(?![\\p{L}])`,
      "giu",
    ),
  },
  {
    kind: "phone",
    pattern:
      /(?<=(?:ĐT|SĐT|điện thoại|số máy|zalo|gọi (?:số|vào|cho))[^.;\n\d]{0,25})(?<!\d)0\d(?:[ .-]?\d){7,9}(?!\d)/giu,
    unless: (_, before) => OF_OFFICE.test(before) || OFFICE_PLACE.test(before),
  },
  {
    kind: "phone",
    // Two of them, with a stroke between.
    pattern:
      /(?<![\d.,/\p{L}])0[35789](?:[ .-]?\d){8}(?= ?[/–-] ?0[35789])|(?<=\d{3} ?[/–-] ?)0[35789](?:[ .-]?\d){8}(?![\d/])/gu,
    unless: (_, before) => OF_OFFICE.test(before),
  },
  {
    kind: "phone",
    // The letter o for a nought, as some type it against machines.
    pattern: /(?<![\p{L}\d])(?=[\d .-]{0,14}[oO])[oO0][ .-]?[35789oO](?:[ .-]?[\doO]){8}(?![\p{L}\d])/gu,
    unless: (words) => digits(words).length < 6,
  },
  {
    kind: "email",
    // An “at” written out or set apart.
    pattern:
      /(?<![\w.+-])[\w.+-]{2,64} ?(?:\(at\)|\[at\]| a còng | @ )\s?[\w-]{1,63}(?:(?:\.| chấm )[\w-]{2,63}){1,3}/giu,
  },
  {
    kind: "plate",
    pattern: /(?<![\w./-])[1-9]\d ?-? ?[A-Z](?:[A-Z]|[1-9])?[ -]{1,3}\d{4,5}(?![\d/-]|\.\d)/gu,
  },
  {
    kind: "position",
    pattern:
      /(?<![\d.])\d{1,2}[.,]\d{4,}[,;\s]{1,3}10\d[.,]\d{4,}|(?<=[\s(]|^)\d{1,2}°\d{1,2}['′]?[\d.,"″]*\s?[NB],?\s?10\d°\d{1,2}['′]?[\d.,"″]*\s?[EĐ]|https?:\/\/(?:maps\.app\.goo\.gl|goo\.gl\/maps|(?:www\.)?google\.com(?:\.vn)?\/maps|maps\.google\.[a-z.]{2,6})\S{0,300}/gu,
  },
  {
    kind: "profile",
    pattern:
      /(?:https?:\/\/)?(?:[\w-]{1,20}\.)?(?:facebook\.com|fb\.com|zalo\.me|tiktok\.com|instagram\.com|t\.me|youtube\.com\/@)\/?[\w@.?=&%/-]{2,200}/giu,
    unless: (words) =>
      /(?:so|ubnd|sovhttdl|congan|cong|bao|dai)[\w.-]{0,40}(?:bacninh|tinh|gov)/iu.test(words),
  },
  {
    kind: "profile",
    pattern:
      /(?<=(?<![\p{L}])(?:fb|face|facebook|tiktok|zalo|insta|instagram|telegram|youtube|nick|tài khoản)(?: (?:là|tên|của (?:tôi|em|mình)))?:? ?)@[\w.]{3,40}(?<!\.)/giu,
  },
  {
    kind: "parcel",
    pattern:
      /(?<![\p{L}])(?:thửa(?: đất)?(?: số)?:?|lô đất(?: số)?:?) \d{1,5}[\p{L}\d/.-]{0,6}(?<![.-])(?:[,;]? (?:thuộc )?tờ (?:bản đồ )?(?:số )?\d{1,4})?|(?<![\p{L}])tờ bản đồ (?:số )?\d{1,4}[,;]? thửa(?: đất)?(?: số)? \d{1,5}/giu,
  },
  {
    kind: "parcel",
    pattern:
      /(?<=(?:[Ss]ổ đỏ|[Ss]ổ hồng|[Gg]iấy chứng nhận|GCN|QSDĐ|quyền sử dụng đất|số phát hành)[^.;\n\d]{0,40})(?<![\p{L}\d])[A-Z]{1,2} ?\d{6,8}(?!\d)/gu,
  },
  {
    kind: "birth",
    pattern:
      /(?:sinh (?:ngày|năm)|ngày sinh:?|SN)\s{0,2}(?:\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d{2}|\d{1,2} tháng \d{1,2} năm (?:19|20)\d{2}|(?:19|20)\d{2})(?!\d)/giu,
    unless: (_, before) => /(?:khai |văn |học |vệ |thí |hy )$/iu.test(before),
  },
  {
    kind: "address",
    pattern:
      /(?<![\p{L}\d/])(?:(?:[Ss]ố nhà|[Nn]hà số|[Cc]ăn hộ(?: số)?|[Pp]hòng số|[Ss]ố)\s\d{1,4}[A-Z]?(?:\/\d{1,4}){0,3},?\s)?(?:\d{1,4}[A-Z]?(?:\/\d{1,4}){1,3},?\s)?(?:(?:[Nn]gõ|[Nn]gách|[Hh]ẻm|[Kk]iệt)\s(?:số\s)?\d{1,4}(?:\/\d{1,4}){0,3},?\s?)+(?:(?:đường|phố)\s[\p{Lu}\d][\p{L}\p{M}\d]*(?: [\p{Lu}\d][\p{L}\p{M}\d]*){0,3})?/gu,
    unless: (_, before) => OFFICE_PLACE.test(before),
  },
  {
    kind: "address",
    pattern:
      /(?<![\p{L}\d/])(?:số nhà|nhà số|số)?\s?\d{1,4}[A-Za-z]?(?:\/\d{1,4}){0,3},? (?:đường|phố) \p{Lu}[\p{L}\p{M}\d]*(?: \p{Lu}[\p{L}\p{M}\d]*){0,4}/gu,
    unless: (_, before) => OFFICE_PLACE.test(before),
  },
  {
    kind: "address",
    pattern:
      /(?<![\p{L}\d/])(?:[Ss]ố nhà|[Nn]hà số|[Cc]ăn hộ(?: số)?)\s[A-Z]?\d[\w./-]{0,8}(?:,? (?:đường|phố|tòa|chung cư|khu) [\p{L}\d][\p{L}\p{M}\d ]{0,30})?/gu,
  },
  {
    kind: "address",
    pattern:
      /(?<![\p{L}\d/])(?:(?:[Tt]ổ dân phố|TDP|[Kk]hu phố|[Kk]hu dân cư|[Kk]hối phố)(?: số)? (?:\d{1,3}|\p{Lu}[\p{L}\p{M}]*(?: \p{Lu}[\p{L}\p{M}]*){0,2})|[Tt]ổ \d{1,3}(?=,? (?:khu|phường|thôn|xã|ấp|dân))|(?:[Tt]hôn|[Xx]óm|[Ấấ]p|[Bb]uôn|[Ss]óc) (?:\p{Lu}[\p{L}\p{M}]*(?: \p{Lu}[\p{L}\p{M}]*){0,2}(?: \d{1,2})?|\d{1,2})|[Đđ]ội \d{1,2}(?=,? (?:thôn|xã|xóm))|[Bb]ản \p{Lu}[\p{L}\p{M}]*(?: \p{Lu}[\p{L}\p{M}]*)?(?=,? (?:xã|phường)))/gu,
  },
  {
    kind: "address",
    pattern:
      /(?<![\p{L}\d/])(?:[Ll]ô|[Bb]iệt thự|[Ll]iền kề|[Kk]i-?ốt|[Tt]òa|[Tt]oà)(?: số)? [A-Z]{0,3}\d{1,4}[A-Z]?(?:-\d{1,3})?,? (?:khu đô thị|KĐT|khu dân cư|KDC|khu tái định cư|chung cư|chợ)(?: [\p{Lu}\d][\p{L}\p{M}\d]*){0,4}/gu,
    unless: (_, before) => OFFICE_PLACE.test(before),
  },
  {
    kind: "address",
    // “nhà ở khu 3 thị trấn …”: in what is typed without capitals, too.
    pattern:
      /(?<=(?:nhà|trú|sống|ở|ngụ)[^.;\n]{0,20} )(?:khu|tổ|đội|xóm|thôn|ấp) \d{1,2}(?=,? (?:phường|xã|thị trấn|thị xã|tp|thành phố|thôn|khu|làng))/giu,
    unless: (_, before) => OFFICE_PLACE.test(before),
  },
];
