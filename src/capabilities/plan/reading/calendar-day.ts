/** A day of the calendar as ISO text; null when the parts make no real day of 1900–2100. */
export function isoDay(
  year: number | string | null | undefined,
  month: number | string | undefined,
  day: number | string | undefined,
): string | null {
  const [y, m, d] = [Number(year ?? Number.NaN), Number(month), Number(day)];
  if (!(y >= 1900 && y <= 2100) || !(m >= 1 && m <= 12) || !(d >= 1)) return null;
  if (d > new Date(Date.UTC(y, m, 0)).getUTCDate()) return null;
  return `${y}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`;
}

/** The last day of a month as ISO text; null outside the calendar. */
export function lastDayOfMonth(year: number | null, month: number | string | undefined): string | null {
  const m = Number(month);
  if (year === null || !(m >= 1 && m <= 12)) return null;
  return isoDay(year, m, new Date(Date.UTC(year, m, 0)).getUTCDate());
}
