export const royaltyStates = ["proposed", "approved", "refused", "cancelled"] as const;
export type RoyaltyState = (typeof royaltyStates)[number];

/** It has fallen away: its product may be proposed anew. */
export const fellAway = (state: RoyaltyState): boolean => state === "refused" || state === "cancelled";

/** Where a royalty stands, as people say it; paid is what the books of expenses tell. */
export function standingOf({
  state,
  paidOn,
  isConfirmed,
}: {
  state: RoyaltyState;
  paidOn: string | null;
  isConfirmed: boolean;
}): string {
  if (paidOn !== null) return isConfirmed ? "Đã trả" : "Đã trả, chờ xác nhận";
  return {
    ...{ proposed: "Chờ duyệt", approved: "Đã duyệt, chưa trả" },
    ...{ refused: "Không duyệt", cancelled: "Đã hủy" },
  }[state];
}

export const roundings = [1, 100, 1000, 10_000] as const;

/** "1,25" as hundredths: 125. Null where it is no coefficient. */
export function readCoefficient(written: string): number | null {
  const found = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(written.trim());
  if (!found) return null;
  const hundredths = Number(found[1]) * 100 + Number((found[2] ?? "").padEnd(2, "0"));
  return hundredths === 0 ? null : hundredths;
}

/** 125 is "1,25", 50 is "0,5". */
export function coefficientText(hundredths: number): string {
  const rest = String(hundredths % 100)
    .padStart(2, "0")
    .replace(/0+$/, "");
  const whole = String(Math.floor(hundredths / 100));
  return rest === "" ? whole : `${whole},${rest}`;
}

/** Value of a coefficient × coefficient, half up to a multiple of the rounding; the database works it out alike. */
export function royaltyAmount(unitValue: number, coefficient: number, rounding: number): number {
  const step = BigInt(rounding);
  return Number(((BigInt(unitValue) * BigInt(coefficient) + 50n * step) / (100n * step)) * step);
}

/**
 * Shares of an amount by hundredths of a percent that make 10.000: each rounded down, then one đồng more for those that
 * lost most, the first of equals first. Their sum is the amount, to the last đồng.
 */
export function shareOut(amount: number, parts: readonly number[]): number[] {
  const whole = BigInt(amount);
  const exact = parts.map((part, index) => ({
    index,
    down: (whole * BigInt(part)) / 10_000n,
    lost: (whole * BigInt(part)) % 10_000n,
  }));
  const shares = exact.map(({ down }) => Number(down));
  let open = amount - shares.reduce((sum, one) => sum + one, 0);
  for (const { index } of exact.toSorted((one, other) => Number(other.lost - one.lost))) {
    if (open === 0) break;
    shares[index]! += 1;
    open -= 1;
  }
  return shares;
}
