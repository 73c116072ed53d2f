import type { Found } from "./remark.ts";

const CARE = "Chỉ công khai khi có căn cứ hoặc người ấy đồng ý; nếu không thì bỏ, hoặc che bớt.";

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

interface Sort {
  name: string;
  pattern: RegExp;
  /** True: these are nobody's. `before` and `after` are what stands around them. */
  unless?: (words: string, before: string, after: string) => boolean;
}

const digits = (words: string) => words.replace(/\D/gu, "");

/** Twelve digits of an identity: province, century and sex, year of birth, six more. */
const isIdentity = (words: string) => /^0(?:0[1-9]|[1-8]\d|9[0-6])[0-3]\d{8}$/u.test(digits(words));

const SORTS: Sort[] = [
  {
    name: "Số tài khoản ngân hàng",
    pattern:
      /(?<=(?:số tài khoản|tài khoản số|STK|số TK)[^.;\n\d]{0,30})(?<!\d)\d(?:[ .-]?\d){5,18}(?!\d)/giu,
    unless: (_, before, after) => ACCOUNT_OF_OFFICE.test(before) || ACCOUNT_OF_OFFICE.test(after),
  },
  {
    name: "Số căn cước, chứng minh nhân dân",
    pattern:
      /(?<=(?:CCCD|CMND|căn cước|chứng minh (?:nhân dân|thư)|định danh cá nhân)[^.;\n\d]{0,30})(?<!\d)\d(?:[ .]?\d){8}(?:(?:[ .]?\d){3})?(?![\d/])/giu,
  },
  {
    name: "Số căn cước",
    pattern: /(?<![\d.,/\p{L}-])0\d{2}[ .]?\d{3}[ .]?\d{3}[ .]?\d{3}(?![\d/]|[.,]\d)/gu,
    unless: (words, before) => !isIdentity(words) || OF_THING.test(before),
  },
  {
    name: "Số điện thoại di động",
    // Ten digits after 0 (or +84), in any usual grouping.
    pattern: /(?<![\d.,/\p{L}])(?:\(?\+?84\)?|0)[ .-]?[35789](?:[ .-]?\d){8}(?![\d/]|[.,]\d)/gu,
    unless: (_, before) => OF_OFFICE.test(before) || OF_THING.test(before),
  },
  {
    name: "Thư điện tử cá nhân",
    pattern: /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}(?!\w)/gu,
    unless: (words) => OFFICE_MAIL.test(words),
  },
  {
    name: "Biển số xe",
    pattern:
      /(?<![\w./-])[1-9]\d-?[A-ZĐ](?:[A-Z]|\d)?[ -]{0,2}\d{3}\.\d{2}(?!\d)|(?<=(?:biển số|biển kiểm soát|BKS)[^.;\n\d]{0,20})[1-9]\d-?[A-ZĐ](?:[A-Z]|\d)?[ -]{0,2}\d{4,5}(?!\d)/gu,
  },
  {
    name: "Địa chỉ nơi ở",
    pattern:
      /(?:thường trú|tạm trú|cư trú|trú tại|trú ở|chỗ ở hiện (?:nay|tại)|nhà riêng|nhà ở)(?: (?:tại|ở))?:? ?(?:số (?:nhà )?\d|nhà số \d|tổ (?:dân phố )?\d|ngõ |ngách |hẻm |\d+[\w/]{0,8} (?:đường|phố) )[^.;\n]{0,80}/giu,
  },
  {
    name: "Địa chỉ nơi ở",
    pattern: /(?:số nhà|nhà số) \d[^.;\n]{0,60}/giu,
    unless: (_, before) =>
      !/(?<![\p{L}\p{M}])(?:ông|bà|anh|chị|em|cháu|gia đình|hộ) \p{L}[^.;\n]{0,60}$/iu.test(before),
  },
];

/** What somebody could be found by: numbers, addresses and accounts, by their places. */
export function personalData(text: string): Found[] {
  const found: Found[] = [];
  // Numbers alone are looked at where there are any.
  if (!/\d|@|trú |nhà /u.test(text)) return found;
  for (const { name, pattern, unless } of SORTS)
    for (const { 0: words, index } of text.matchAll(pattern)) {
      const to = index + words.trimEnd().length;
      if (unless?.(words, text.slice(Math.max(0, index - 90), index), text.slice(to, to + 90))) continue;
      found.push({ from: index, to, why: `${name}. ${CARE}` });
    }
  if (found.length < 2) return found;
  // The same digits may look like two things; the first of the list is meant.
  const taken: Found[] = [];
  for (const one of found
    .map((each, rank) => ({ each, rank }))
    .toSorted((a, b) => a.each.from - b.each.from || a.rank - b.rank)) {
    const last = taken.at(-1);
    if (!last || one.each.from >= last.to) taken.push(one.each);
  }
  return taken;
}

/** A number or a mailbox that only the address of a link says; places are those of the words as they were written. */
export function personalDataInLinks(links: readonly { from: number; to: number; href: string }[]): Found[] {
  return links.flatMap(({ from, to, href }): Found[] => {
    const [, address] = /^(?:tel|mailto):([^?]{3,200})/iu.exec(href) ?? [];
    const [inAddress] = address ? personalData(address.replace(/%40/gu, "@")) : [];
    return inAddress ? [{ from, to, about: href, why: `Địa chỉ của liên kết: ${inAddress.why}` }] : [];
  });
}
