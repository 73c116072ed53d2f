const MOST_DAYS = 90;

/** "14, 7, 1" as numbers; what is no number is NaN. */
export const daysIn = (typed: string): number[] =>
  typed
    .split(/[,;\s]+/)
    .filter(Boolean)
    .map(Number);

/** What is wrong with days typed so; undefined: nothing. */
export function wrongDays(typed: string): string | undefined {
  const days = daysIn(typed);
  const fits = days.every((one) => Number.isInteger(one) && one >= 1 && one <= MOST_DAYS);
  return days.length >= 1 && days.length <= 5 && fits
    ? undefined
    : "Hãy ghi từ 1 đến 5 số ngày, mỗi số từ 1 đến 90, cách nhau bằng dấu phẩy.";
}

/** "14, 7 và 1". */
export const daysInWords = (days: number[]): string =>
  days.length < 2 ? days.join("") : `${days.slice(0, -1).join(", ")} và ${days.at(-1)}`;
