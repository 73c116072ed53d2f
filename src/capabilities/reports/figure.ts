import { durationInWords } from "#platform/text/duration.ts";
import { percent } from "#platform/text/percent.ts";

export const rowKinds = [
  "document",
  "content",
  "evidence",
  "task",
  "obligation",
  "unit",
  "theme",
  "placement",
  "product",
  "broadcast",
  "enquiry",
  "letter",
  "pickup",
  "procedure",
  "posting",
  "published-document",
  "index-result",
  "dossier-unit",
  "feedback",
  "feedback-case",
  "budget-line",
  "citizen-saving",
  "event",
  "question",
  "commitment",
  "press-source",
  "press-article",
  "taken-up",
  "incident",
] as const;
export type RowKind = (typeof rowKinds)[number];

/** One number of a report with everything that a reader needs to judge it. */
export interface Figure {
  /** Stable name: "tasks.with-evidence", "content.by-unit.<id>". */
  key: string;
  label: string;
  numerator: number;
  /** Null: a count, not a ratio. */
  denominator: number | null;
  /** What is counted: "nhiệm vụ". */
  unit: string;
  /** Where it comes from, in words. */
  source: string;
  /** The same in the same period of the year before; null when nothing is known of it, absent in older reports. */
  before?: { numerator: number; denominator: number | null } | null;
  /** The rows behind the numerator. */
  rows: { kind: RowKind; ids: string[] };
  /** Set where the number was measured by a source, or added up, and not counted from its rows. */
  measured?: Measured;
}

/** What a reader needs to judge a number that a source has measured; kept as it was when it was taken. */
export interface Measured {
  /** What the source means by it, in its own words as they stood. */
  definition: { id: string; name: string; words: string; version: number };
  /** So many of its placements have the number, of so many that could. */
  known: number;
  of: number;
  /** Numbers among them that had grown old. */
  stale: number;
  /** ISO instants: between these the numbers were read. */
  oldestAt: string;
  newestAt: string;
  /** What adding it up over posts means, where that is not plain. */
  adding: string | null;
  /** The year before was counted by another definition, so that the two are not compared. */
  countedOtherwise?: true;
}

/** "12/15 nhiệm vụ (80%)", "12 sản phẩm", "không phát sinh nhiệm vụ đến hạn" where there is nothing to count: numbers as a Vietnamese reader writes them. */
export function figureInWords({ numerator, denominator, unit }: Figure): string {
  if (unit === SECONDS) return `${durationInWords(numerator)} xem`;
  if (denominator === null) return `${vietnameseNumber(numerator)} ${unit}`;
  if (denominator === 0) return `không phát sinh ${unit}`;
  return `${vietnameseNumber(numerator)}/${vietnameseNumber(denominator)} ${unit} (${percent(numerator, denominator)})`;
}

/** What seconds are called that people have watched; they are told as hours. */
const SECONDS = "giây xem";

export const vietnameseNumber = (value: number): string => new Intl.NumberFormat("vi-VN").format(value);

/**
 * How a count stands beside the same period of the year before: "tăng 2 sản phẩm (66,7%)", "giảm 1 sản phẩm", "bằng".
 * Null when nothing is known of that time.
 */
export function changeInWords({
  numerator,
  unit,
  before,
}: Pick<Figure, "numerator" | "unit" | "before">): string | null {
  if (!before) return null;
  if (unit === SECONDS) return `so với ${durationInWords(before.numerator)} xem của cùng kỳ năm trước`;
  const change = numerator - before.numerator;
  if (change === 0) return `bằng cùng kỳ năm trước (${vietnameseNumber(before.numerator)} ${unit})`;
  const share = before.numerator === 0 ? "" : ` (${percent(Math.abs(change), before.numerator)})`;
  return `${change > 0 ? "tăng" : "giảm"} ${vietnameseNumber(Math.abs(change))} ${unit}${share} so với cùng kỳ năm trước (${vietnameseNumber(before.numerator)} ${unit})`;
}
