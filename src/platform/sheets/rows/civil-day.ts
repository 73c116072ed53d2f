/** Days since 1970-01-01 as 20261130, by the proleptic Gregorian calendar. */
function ofEpochDay(days: number): number {
  // Eras of 400 years from 1 March of year 0, so that the day added in leap years is a year's last.
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const inEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (inEra - Math.floor(inEra / 1_460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365,
  );
  const inYear = inEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * inYear + 2) / 153);
  const day = inYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0)) * 10_000 + month * 100 + day;
}

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The day as 20261130; null when the calendar has no such day. */
export function civilDay(year: number, month: number, day: number): number | null {
  if (!(year >= 1 && year <= 9_999 && month >= 1 && month <= 12 && day >= 1)) return null;
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= monthDays[month - 1]! + (leap ? 1 : 0) ? year * 10_000 + month * 100 + day : null;
}

/** The day that a serial number of Excel means; null when it means none. Its 1900 has a 29 February that never was. */
export function serialYmd(serial: number, from1904: boolean): number | null {
  const whole = Math.floor(serial);
  if (!Number.isFinite(serial) || whole < 1 || whole > 2_958_465) return null;
  return ofEpochDay(whole - (from1904 ? 24_107 : whole < 60 ? 25_568 : 25_569));
}

/** The day in Vietnam at an instant in milliseconds. */
export const ymdInVietnam = (instant: number): number =>
  ofEpochDay(Math.floor((instant + 7 * 3_600_000) / 86_400_000));

/** "2026-11-30" */
export const isoOfYmd = (ymd: number): string => {
  const digits = String(ymd).padStart(8, "0");
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
};
