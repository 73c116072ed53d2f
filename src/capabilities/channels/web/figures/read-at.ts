import { formatDate, formatDateTime, toVietnamDate } from "#platform/clock/vietnam-time.ts";

/** "29/11/2026", or with the hour where it is known. */
export const readAt = ({ takenAt, dayOnly }: { takenAt: string; dayOnly: boolean }): string =>
  dayOnly ? formatDate(toVietnamDate(takenAt)) : formatDateTime(takenAt);
