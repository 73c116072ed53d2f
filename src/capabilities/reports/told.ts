import type { Chain } from "./chain.ts";
import type { Figure, RowKind } from "./figure.ts";

/** One number of a register: how many of its rows, or how much they give together. */
export interface Told<Row> {
  key: string;
  label: string;
  unit: string;
  is: (row: Row) => boolean;
  /** Of how many; null: a count. */
  of: ((row: Row) => boolean) | null;
  /** What a row gives to the number; absent: one. */
  amount?: (row: Row) => number;
}

/** Numbers counted over the rows of one register, each with the rows that give something to it. */
export function countTold<Row extends { id: string }>(
  told: readonly Told<Row>[],
  rows: readonly Row[],
  { kind, source, yearBefore }: { kind: RowKind; source: string; yearBefore: Chain["yearBefore"] },
): Figure[] {
  const earlier = new Map((yearBefore?.figures ?? []).map((one) => [one.key, one]));
  return told.map(({ key, label, unit, is, of, amount = () => 1 }): Figure => {
    const sum = (some: readonly Row[]) => some.reduce((total, row) => total + amount(row), 0);
    const its = rows.filter(is);
    const before = earlier.get(key);
    return {
      ...{ key, label, unit, source, numerator: sum(its), denominator: of && sum(rows.filter(of)) },
      before: before ? { numerator: before.numerator, denominator: before.denominator } : null,
      rows: { kind, ids: its.filter((row) => amount(row) > 0).map(({ id }) => id) },
    };
  });
}
