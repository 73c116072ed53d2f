import { formatDate, formatDateTime, today, toVietnamDate } from "#platform/clock/vietnam-time.ts";

/** dd/MM/yyyy of a calendar day ("2026-11-14"); nothing for null. */
export function DayText({ day }: { day: string | null }) {
  return day === null ? null : <time dateTime={day}>{formatDate(day)}</time>;
}

/** "HH:mm, dd/MM/yyyy" of a moment (ISO 8601 text), Vietnam's time; nothing for null. */
export function MomentText({ at }: { at: string | null }) {
  return at === null ? null : <time dateTime={at}>{formatDateTime(at)}</time>;
}

/** How long something has waited since the moment, in whole days: "hôm nay", "1 ngày", "12 ngày". */
export function waitedSince(at: string): string {
  const { days } = toVietnamDate(at).until(today(), { largestUnit: "days" });
  return days <= 0 ? "hôm nay" : `${days} ngày`;
}
