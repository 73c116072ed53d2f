const parts: readonly (readonly [string, number])[] = [
  ["M", 1000],
  ["CM", 900],
  ["D", 500],
  ["CD", 400],
  ["C", 100],
  ["XC", 90],
  ["L", 50],
  ["XL", 40],
  ["X", 10],
  ["IX", 9],
  ["V", 5],
  ["IV", 4],
  ["I", 1],
];

/** A whole number from 1 to 3999 in capital Roman numerals; other numbers as digits. */
export function toRoman(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 3999) return String(value);
  let rest = value;
  let roman = "";
  for (const [letters, worth] of parts) {
    while (rest >= worth) {
      roman += letters;
      rest -= worth;
    }
  }
  return roman;
}

/** The value of a properly written Roman numeral in capitals; null for anything else ("IIX", "ABC"). */
export function fromRoman(roman: string): number | null {
  if (roman === "" || roman.length > 15) return null;
  let rest = roman;
  let value = 0;
  for (const [letters, worth] of parts) {
    while (rest.startsWith(letters)) {
      value += worth;
      rest = rest.slice(letters.length);
    }
  }
  return rest === "" && toRoman(value) === roman ? value : null;
}
