import { splitCode } from "../procedure-code.ts";

const national = /^\d\.\d{6}$/u;

export interface ReadCode {
  code: string;
  /** A number of a spreadsheet that was made a code again. */
  restored: boolean;
  /** Neither the form of today nor one of the older ones. */
  odd: boolean;
}

/** A code without its tail; a number that lost its last zeros, its point or got a comma is made a code again. */
export function readCode(written: string | number): ReadCode | null {
  if (typeof written === "number") {
    const restored = numberAsCode(written);
    return restored
      ? { code: restored, restored: true, odd: false }
      : { code: String(written), restored: false, odd: true };
  }
  const { code } = splitCode(written.trim().replace(/^['’]/u, ""));
  if (code === "" || !/\d/u.test(code)) return null;
  if (national.test(code)) return { code, restored: false, odd: false };
  if (/^\d[.,]\d{1,}$/u.test(code) || /^\d{7}$/u.test(code)) {
    const restored = numberAsCode(Number(code.replace(",", ".")));
    if (restored) return { code: restored, restored: true, odd: false };
  }
  return { code, restored: false, odd: !/^[A-Z0-9]+(?:[-.][A-Z0-9]+)+$/u.test(code) };
}

function numberAsCode(number: number): string | null {
  if (number > 0 && number < 10 && !Number.isInteger(number)) {
    const code = number.toFixed(6);
    // More than six decimals were no code; what is left of a division is.
    return Math.abs(number - Number(code)) < 1e-9 ? code : null;
  }
  // A Vietnamese Excel takes the point for one between thousands.
  return Number.isInteger(number) && number >= 1_000_000 && number < 10_000_000
    ? `${String(number).slice(0, 1)}.${String(number).slice(1)}`
    : null;
}
