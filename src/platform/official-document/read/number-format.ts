import { toRoman } from "#platform/text/roman-numeral.ts";

const cardinals = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];
const ordinals = ["không", "nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"];

/** Word's letters: a … z, then aa, bb, cc. */
function letters(value: number): string {
  const letter = String.fromCharCode(97 + ((value - 1) % 26));
  return letter.repeat(Math.min(Math.floor((value - 1) / 26) + 1, 10));
}

/** A counter as Word prints it in a number format of w:numFmt; unknown formats print digits. */
export function formatNumber(value: number, format: string): string {
  if (value < 1 && format !== "none") return String(value);
  switch (format) {
    case "upperRoman":
      return toRoman(value);
    case "lowerRoman":
      return toRoman(value).toLowerCase();
    case "upperLetter":
      return letters(value).toUpperCase();
    case "lowerLetter":
      return letters(value);
    case "decimalZero":
      return String(value).padStart(2, "0");
    case "cardinalText":
    case "vietnameseCounting":
      return cardinals[value] ?? String(value);
    case "ordinalText":
      return ordinals[value] ?? String(value);
    case "none":
      return "";
    default:
      return String(value);
  }
}
