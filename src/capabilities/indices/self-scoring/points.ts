/** In characters. */
export const LONGEST_CRITERION = 1000;

/** Points as hundredths, so that sums are exact: "1,5" is 150. Null where it is no such number. */
export function hundredthsOf(written: string): number | null {
  const found = /^(\d{1,4})(?:[.,](\d{1,2}))?$/.exec(written.trim());
  return found ? Number(found[1]) * 100 + Number((found[2] ?? "").padEnd(2, "0")) : null;
}

/** 150 is "1,5". */
export function pointsInWords(hundredths: number): string {
  const rest = String(hundredths % 100)
    .padStart(2, "0")
    .replace(/0+$/, "");
  const whole = Math.floor(hundredths / 100).toLocaleString("vi-VN");
  return rest === "" ? whole : `${whole},${rest}`;
}

/** A criterion by its number: "1.2" stands under "1". */
export interface Numbered {
  number: string;
}

const isUnder = (one: string, other: string) => one.startsWith(`${other}.`);

/** Whether it has criteria under it: then it is scored by them alone. */
export const isGroup = (all: readonly Numbered[], { number }: Numbered): boolean =>
  all.some((one) => isUnder(one.number, number));

/** How many stand above it. */
export const depthOf = (all: readonly Numbered[], { number }: Numbered): number =>
  all.filter((one) => isUnder(number, one.number)).length;

/** What all that is scored by itself gives within a criterion, or within the whole (null); what has none counts nothing. */
export function sumWithin<One extends Numbered>(
  all: readonly One[],
  within: Numbered | null,
  points: (one: One) => number | null,
): number {
  return all
    .filter((one) => within === null || one.number === within.number || isUnder(one.number, within.number))
    .filter((one) => !isGroup(all, one))
    .reduce((sum, one) => sum + (points(one) ?? 0), 0);
}

/** Groups whose highest points are not what those under them give together: the list was copied wrong. */
export const groupsOff = <One extends Numbered & { most: number }>(all: readonly One[]) =>
  all
    .filter((one) => isGroup(all, one))
    .map((one) => ({ one, sum: sumWithin(all, one, ({ most }) => most) }))
    .filter(({ one, sum }) => one.most !== sum);
