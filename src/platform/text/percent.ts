/** A share as Vietnamese texts write it, at most one decimal: "54,5%". The whole must not be zero. */
export const percent = (part: number, whole: number): string => `${percentNumber(part, whole)}%`;

/** The same without its sign, for a column that names the unit: "54,5". */
export const percentNumber = (part: number, whole: number): string =>
  new Intl.NumberFormat("vi-VN", { maximumFractionDigits: 1 }).format((100 * part) / whole);
