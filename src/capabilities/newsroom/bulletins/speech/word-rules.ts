import { fromRoman } from "#platform/text/roman-numeral.ts";
import { END, endsIn, isSyllable, one, type Rule, spelled, YEAR, year } from "./rule.ts";
import { sayDigits, sayOrdinal, sayWhole, type ZeroWord } from "./say-number.ts";
import { documentKinds, letterWords } from "./spoken-words.ts";

const ROMAN_AFTER =
  "quý|khóa|khoá|đại hội|chương|phần|mục|phụ lục|bậc|hạng|loại|nhóm|cấp|kỳ|kì|thế kỷ|thế kỉ|tập|vùng|đợt|giai đoạn|điều|quân khu|khu vực|tiểu mục";
const romanWhy = "Số La Mã đọc thành số";

const longAddress = "Địa chỉ trang mạng dài không đọc trên loa; hãy nói người nghe tìm ở đâu";
const whereItStands = "địa chỉ ghi trong bài đăng trên cổng thông tin";

/** Addresses of mail and sites; these may begin with a digit. */
export const addressRules: Rule[] = [
  one("[A-Za-z0-9][A-Za-z0-9._+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,5}", (m, { zero }) => ({
    said: addressWords(m[0], zero),
    why: "Địa chỉ thư điện tử đọc thành lời",
    check: true,
  })),
  one(
    '[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\\.[A-Za-z0-9-]{2,63}){1,5}(?:/[^\\s<>"”,;]{0,500})?',
    (m, { zero }) => {
      const [host = "", path] = m[0].split("/", 2);
      if (!/\.(?:vn|com|org|net|info)$/i.test(host)) return null;
      return {
        said: path ? whereItStands : addressWords(host, zero),
        why: path ? longAddress : "Địa chỉ trang mạng đọc thành lời",
        check: true,
      };
    },
  ),
];

/** Begin with a letter or a sign, where a word begins. */
export const wordRules: Rule[] = [
  // What ends the sentence is not of the address.
  one('https?://[^\\s<>"”]{0,1999}[^\\s<>"”.,;:!?)]', () => ({
    said: whereItStands,
    why: longAddress,
    check: true,
  })),
  ...addressRules,
  one(`(thứ|Thứ) (\\d{1,3}|[IVX]{1,6})(?:/(\\d{1,3})(?![/\\d]))?${END}`, (m, { zero }) => {
    const value = /\d/.test(m[2]!) ? Number(m[2]) : fromRoman(m[2]!);
    if (value === null) return null;
    const among = m[3] ? ` trên ${sayWhole(m[3], zero)}` : "";
    return { said: `${m[1]} ${sayOrdinal(value, zero)}${among}`, why: "Số thứ tự đọc thành chữ" };
  }),
  one(`Q\\.? ?([IV]{1,3})(?:[/-](${YEAR}))?${END}`, (m, { zero }) => {
    const value = fromRoman(m[1]!);
    if (value === null || value > 4) return null;
    return {
      said: `quý ${value === 4 ? "tư" : sayWhole(String(value))}${m[2] ? ` ${year(m[2], zero)}` : ""}`,
      why: romanWhy,
    };
  }),
  one(
    `([IVX]{1,7})(?:[/-](${YEAR})|\\.(\\d{1,3}(?:\\.\\d{1,3}){0,3}))?${END}`,
    (m, { before, text, at, zero }) => {
      const value = fromRoman(m[1]!);
      if (value === null) return null;
      const sure =
        endsIn(before, ROMAN_AFTER) || (before.trim() === "" && /^[IVX]+[.)]/.test(text.slice(at, at + 9)));
      if (!sure && m[1]!.length < 2) return null;
      const word = endsIn(before, "quý") && value === 4 ? "tư" : sayWhole(String(value), zero);
      const below = (m[3]?.split(".") ?? []).map((part) => ` chấm ${sayWhole(part, zero)}`).join("");
      return { said: `${word}${m[2] ? ` ${year(m[2], zero)}` : below}`, why: romanWhy, check: !sure };
    },
  ),
  one("(KH|BC|TB|CV|CT|TTr|HD|KL|CTr|ĐA|QC)(?= số \\d)", (m) => ({
    said: documentKinds[m[1]!]!,
    why: "Chữ viết tắt đọc đủ",
  })),
  one(`đ${END}`, (_, { before }) =>
    endsIn(before, "nghìn|ngàn|triệu|tỷ|tỉ") ? { said: "đồng", why: "Số và đơn vị đọc thành chữ" } : null,
  ),
  one("(\\p{Lu}{2,9})\\d{0,3}(?![\\p{L}\\d])", (m) => {
    const letters = m[1]!;
    if (isSyllable(letters) || !Array.from(letters).every((letter) => letter in letterWords)) return null;
    return {
      said: spelled(letters),
      why: "Chữ viết tắt chưa có trong danh sách nên đọc từng chữ cái",
      check: true,
      length: letters.length,
    };
  }),
];

const addressWords = (address: string, zero: ZeroWord): string =>
  address
    .replace(/@/g, " a còng ")
    .replace(/\./g, " chấm ")
    .replace(/-/g, " gạch ngang ")
    .replace(/_/g, " gạch dưới ")
    .replace(/\+/g, " cộng ")
    .replace(/\d+/g, (digits) => ` ${digits.length > 2 ? sayDigits(digits) : sayWhole(digits, zero)} `)
    .replace(/ {2,}/g, " ")
    .trim();
