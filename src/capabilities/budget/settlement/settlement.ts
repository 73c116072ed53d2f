import { sumOf } from "../money.ts";

/** What is told of a line, of a source and of the whole; whole đồng. */
export interface Sums {
  approved: number;
  adjusted: number;
  limit: number;
  committed: number;
  spent: number;
  left: number;
}

export const sumColumns: { key: keyof Sums; header: string }[] = [
  { key: "approved", header: "Dự toán được duyệt" },
  { key: "adjusted", header: "Điều chỉnh" },
  { key: "limit", header: "Sau điều chỉnh" },
  { key: "committed", header: "Đã cam kết" },
  { key: "spent", header: "Đã chi" },
  { key: "left", header: "Còn lại" },
];

/** Adds rows up, column by column. */
export const totalOf = (rows: readonly Sums[]): Sums => ({
  approved: sumOf(rows, (row) => row.approved),
  adjusted: sumOf(rows, (row) => row.adjusted),
  limit: sumOf(rows, (row) => row.limit),
  committed: sumOf(rows, (row) => row.committed),
  spent: sumOf(rows, (row) => row.spent),
  left: sumOf(rows, (row) => row.left),
});

/** How much of what was approved has been spent, to a tenth of a percent, rounded half up; null: nothing was approved. */
export const spentShare = ({ spent, limit }: Pick<Sums, "spent" | "limit">): string | null => {
  if (limit === 0) return null;
  const tenths = (BigInt(spent) * 2000n + BigInt(limit)) / (2n * BigInt(limit));
  return `${tenths / 10n},${tenths % 10n}%`.replace(",0%", "%");
};
