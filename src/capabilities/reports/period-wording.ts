import { type PeriodBasis, type PeriodKind, periodContaining } from "#platform/clock/reporting-period.ts";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";

interface Span {
  basis: PeriodBasis;
  kind: PeriodKind;
  from: string;
  to: string;
}

/** "từ ngày 15/10/2026 đến hết ngày 14/11/2026". */
const periodInWords = ({ from, to }: Pick<Span, "from" | "to">): string =>
  `từ ngày ${formatDate(from)} đến hết ngày ${formatDate(to)}`;

/**
 * The time that figures cover which were taken at `takenAt` (ISO instant): figures taken before the period was over do
 * not cover it whole, and must not say that they do.
 */
export const countedInWords = (period: Pick<Span, "from" | "to">, takenAt: string): string =>
  takenEarly(period, takenAt)
    ? `từ ngày ${formatDate(period.from)} đến thời điểm lấy số liệu ngày ${formatDate(toVietnamDate(takenAt))}`
    : periodInWords(period);

/** Whether figures taken at `takenAt` (ISO instant) were taken before the period was over. */
export const takenEarly = ({ to }: Pick<Span, "to">, takenAt: string): boolean =>
  toVietnamDate(takenAt).toString() <= to;

/** The period after this one, as it stands in a sentence: "quý I năm 2027". */
export function nextPeriodLabel({ basis, kind, to }: Span): string {
  const after = Temporal.PlainDate.from(to).add({ days: 1 });
  if (kind === "nine-months") return `3 tháng cuối năm ${after.year}`;
  const { label } = periodContaining(after, kind, basis);
  return label.charAt(0).toLocaleLowerCase("vi") + label.slice(1);
}
