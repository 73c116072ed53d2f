import { VIETNAM } from "#platform/clock/vietnam-time.ts";

/** How often a reader is written to. */
export const paces = {
  "at-once": "Ngay khi có tin",
  daily: "Gom mỗi ngày, 7 giờ sáng",
  weekly: "Gom mỗi tuần, sáng thứ Hai",
} as const;
export type Pace = keyof typeof paces;
export const paceNames = Object.keys(paces) as [Pace, ...Pace[]];

/** Everything that is published. */
export const ALL_NEWS = "news";
const THEME = "theme:";
export const topicOfTheme = (slug: string) => THEME + slug;
export const themeOfTopic = (topic: string): string | null =>
  topic.startsWith(THEME) ? topic.slice(THEME.length) : null;

/** Of procedures: one by its id, a field by its name, an event by the end of its address. */
type ProcedureTopic = "procedure" | "field" | "event";
export const topicOf = (sort: ProcedureTopic, part: string): string => `${sort}:${part}`;
export const partOfTopic = (sort: ProcedureTopic, topic: string): string | null =>
  topic.startsWith(`${sort}:`) ? topic.slice(sort.length + 1) : null;

/** So long the link of a confirmation holds. */
export const CONFIRM_HOURS = 48;

const HOUR_OF_DIGESTS = 7;

/** When what is heard now is told at a pace: at once, or at the next seven o'clock of a day or of a Monday. */
export function whenToTell(pace: Pace, heard: Date): Date {
  if (pace === "at-once") return heard;
  const now = heard.toTemporalInstant().toZonedDateTimeISO(VIETNAM);
  const today = now.startOfDay().add({ hours: HOUR_OF_DIGESTS });
  let next = Temporal.ZonedDateTime.compare(now, today) < 0 ? today : today.add({ days: 1 });
  while (pace === "weekly" && next.dayOfWeek !== 1) next = next.add({ days: 1 });
  return new Date(next.epochMilliseconds);
}

/** Whether a mail server says for good that there is no such mailbox, not that it is itself in trouble. */
export const isDeadAddress = (said: string | null): boolean =>
  said !== null && /\b5\.1\.(1|2|3|6|10)\b|\b5\.2\.1\b|\b55[01](?![ -]5\.)\b/.test(said);
