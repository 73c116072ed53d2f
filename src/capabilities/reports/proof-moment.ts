import { formatDate, formatDateTime, toVietnamDate } from "#platform/clock/vietnam-time.ts";

/** Noon in Việt Nam: the hour under which a proof is kept whose day alone is known. */
const NOON = "T05:00:00.000Z";

/** When a proof was made, as it is shown: day and hour, or the day alone where nobody gave an hour. */
export const proofMoment = (at: string): string =>
  new Date(at).toISOString().endsWith(NOON) ? formatDate(toVietnamDate(at)) : formatDateTime(at);
