/** The time zone of every date and hour on screen and in documents. */
export const VIETNAM = "Asia/Ho_Chi_Minh";

/** A moment: a Temporal.Instant, a Date, or an ISO 8601 text with an offset ("2026-11-14T16:59:00Z"). */
export type Moment = Temporal.Instant | Date | string;

const toInstant = (moment: Moment): Temporal.Instant => {
  if (typeof moment === "string") return Temporal.Instant.from(moment);
  if (moment instanceof Date) return Temporal.Instant.fromEpochMilliseconds(moment.getTime());
  return moment;
};

const two = (value: number): string => String(value).padStart(2, "0");

/** The present moment. */
const now = (): Temporal.Instant => Temporal.Now.instant();

/** The calendar day that a moment falls on in Việt Nam. Throws RangeError for a text without an offset. */
export const toVietnamDate = (moment: Moment): Temporal.PlainDate =>
  toInstant(moment).toZonedDateTimeISO(VIETNAM).toPlainDate();

/** Today in Việt Nam. */
export const today = (): Temporal.PlainDate => toVietnamDate(now());

/** The first moment of a calendar day in Việt Nam. */
export const startOfDay = (day: string): Date =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime(VIETNAM).epochMilliseconds);

/** dd/MM/yyyy of a calendar day ("2026-11-14" or a PlainDate). Throws RangeError when it is no day. */
export function formatDate(date: Temporal.PlainDate | string): string {
  const { day, month, year } = typeof date === "string" ? Temporal.PlainDate.from(date) : date;
  return `${two(day)}/${two(month)}/${String(year).padStart(4, "0")}`;
}

/** "HH:mm, dd/MM/yyyy" of a moment, in Việt Nam's time. */
export function formatDateTime(moment: Moment): string {
  const local = toInstant(moment).toZonedDateTimeISO(VIETNAM);
  return `${two(local.hour)}:${two(local.minute)}, ${formatDate(local.toPlainDate())}`;
}

/** "dd/MM/yyyy HH:mm" of a moment, in Việt Nam's time: for the console, where lines are read one below the other. */
export function formatDayAndTime(moment: Moment): string {
  const local = toInstant(moment).toZonedDateTimeISO(VIETNAM);
  return `${formatDate(local.toPlainDate())} ${two(local.hour)}:${two(local.minute)}`;
}
