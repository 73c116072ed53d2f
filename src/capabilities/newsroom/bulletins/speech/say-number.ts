const digitWords = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"] as const;
const places = ["", "nghìn", "triệu"] as const;

/** What stands for an empty place of ten: "linh" in the North, "lẻ" in the South. */
export type ZeroWord = "linh" | "lẻ";

/** The longest number that is read as one; a longer one is read digit by digit. */
const LONGEST = 15;

const digitWord = (digit: number): string => digitWords[digit] ?? "";

/** Each digit for itself; what is no digit is skipped. */
export const sayDigits = (digits: string): string =>
  Array.from(digits, (digit) => digitWords[Number(digit)])
    .filter((word) => word !== undefined)
    .join(" ");

/** Up to 99: mốt, tư and lăm stand after mươi, lăm after mười. */
function sayTens(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  if (tens === 0) return digitWord(ones);
  const last =
    ones === 5 ? "lăm" : tens > 1 && ones === 1 ? "mốt" : tens > 1 && ones === 4 ? "tư" : digitWord(ones);
  return [tens === 1 ? "mười" : `${digitWord(tens)} mươi`, ones > 0 && last].filter(Boolean).join(" ");
}

/** Up to 999; `full`: empty hundreds are said, since something stands before them. */
function sayHundreds(value: number, full: boolean, zero: ZeroWord): string {
  const [hundreds, rest] = [Math.floor(value / 100), value % 100];
  if (hundreds === 0 && !full) return sayTens(rest);
  const tail = rest === 0 ? "" : rest < 10 ? `${zero} ${digitWord(rest)}` : sayTens(rest);
  return [`${digitWord(hundreds)} trăm`, tail].filter(Boolean).join(" ");
}

/** Less than a thousand million, in groups of three; empty groups are not said. */
function sayGroups(value: number, full: boolean, zero: ZeroWord): string {
  const words: string[] = [];
  for (let place = 2; place >= 0; place -= 1) {
    const group = Math.floor(value / 1000 ** place) % 1000;
    if (group === 0) continue;
    words.push(sayHundreds(group, full || words.length > 0, zero), places[place]!);
  }
  return words.filter(Boolean).join(" ");
}

/** A whole number as it is read: "21" is "hai mươi mốt", "105" "một trăm linh năm"; zeros in front are not said. */
export function sayWhole(digits: string, zero: ZeroWord = "linh"): string {
  const bare = digits.replace(/^0+(?=\d)/, "");
  if (bare.length > LONGEST) return sayDigits(digits);
  const value = Number(bare);
  if (value === 0) return "không";
  const [milliards, rest] = [Math.floor(value / 1e9), value % 1e9];
  const high = milliards === 0 ? "" : `${sayGroups(milliards, false, zero)} tỷ`;
  return [high, rest > 0 && sayGroups(rest, milliards > 0, zero)].filter(Boolean).join(" ");
}

/** What stands behind the comma: two digits as a number, else each for itself. */
const sayFraction = (digits: string): string =>
  digits.length <= 2 && !digits.startsWith("0") ? sayWhole(digits) : sayDigits(digits);

export const sayDecimal = (whole: string, fraction: string, zero: ZeroWord = "linh"): string =>
  `${sayWhole(whole, zero)} phẩy ${sayFraction(fraction)}`;

/** The month with its own word for the fourth. */
export const sayMonth = (month: number): string => `tháng ${month === 4 ? "tư" : sayTens(month)}`;

/** A day of the month; up to the tenth with "mùng". */
export const sayDay = (day: number): string => (day <= 10 ? `mùng ${sayTens(day)}` : sayTens(day));

/** Which one of a row: "thứ nhất", "thứ tư". */
export const sayOrdinal = (value: number, zero: ZeroWord = "linh"): string =>
  value === 1 ? "nhất" : value === 4 ? "tư" : sayWhole(String(value), zero);
