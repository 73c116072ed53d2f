import { VIETNAM } from "#platform/clock/vietnam-time.ts";
import { type EventKind, type EventState, eventKinds } from "./event.ts";

/** What a calendar is told of an event. */
export interface CalendarEntry {
  id: string;
  kind: EventKind;
  title: string;
  summary: string;
  place: string;
  startsAt: Date;
  endsAt: Date;
  state: EventState;
  sequence: number;
  announcedAt: Date;
  changedAt: Date;
  unitName: string;
  /** Address of its page, absolute. */
  url: string;
}

const encoder = new TextEncoder();
const MOST_OCTETS = 75;

/** A content line in pieces of at most 75 octets, never cut within a letter (RFC 5545, 3.1). */
export function folded(line: string): string {
  const pieces: string[] = [];
  let piece = "";
  let octets = 0;
  for (const sign of line) {
    const size = encoder.encode(sign).length;
    if (octets + size > MOST_OCTETS) {
      pieces.push(piece);
      // The space that continues a line counts.
      [piece, octets] = ["", 1];
    }
    piece += sign;
    octets += size;
  }
  return [...pieces, piece].join("\r\n ");
}

/** A text value (RFC 5545, 3.3.11); signs of control have no place in one. */
const textValue = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, "\n")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a calendar must not hold.
    .replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f]/g, " ")
    .replaceAll("\\", "\\\\")
    .replaceAll(";", "\\;")
    .replaceAll(",", "\\,")
    .replaceAll("\n", "\\n");

const two = (n: number) => String(n).padStart(2, "0");

/** "20261214T080000", the clock on a wall in Việt Nam. */
function localTime(at: Date): string {
  const { year, month, day, hour, minute, second } = Temporal.Instant.fromEpochMilliseconds(
    at.getTime(),
  ).toZonedDateTimeISO(VIETNAM);
  return `${year}${two(month)}${two(day)}T${two(hour)}${two(minute)}${two(second)}`;
}

const utc = (at: Date): string => `${at.toISOString().replaceAll(/[-:]/g, "").slice(0, 15)}Z`;

/** Việt Nam has kept seven hours ahead of UTC, without summer time, since 1975. */
const TIMEZONE = [
  "BEGIN:VTIMEZONE",
  `TZID:${VIETNAM}`,
  "BEGIN:STANDARD",
  "DTSTART:19750613T000000",
  "TZOFFSETFROM:+0700",
  "TZOFFSETTO:+0700",
  "TZNAME:+07",
  "END:STANDARD",
  "END:VTIMEZONE",
];

const statuses: Record<EventState, string> = {
  draft: "TENTATIVE",
  announced: "CONFIRMED",
  held: "CONFIRMED",
  postponed: "TENTATIVE",
  cancelled: "CANCELLED",
};
const marks: Partial<Record<EventState, string>> = { postponed: "[Hoãn] ", cancelled: "[Hủy] " };

const entryLines = (entry: CalendarEntry): string[] => [
  "BEGIN:VEVENT",
  `UID:urn:uuid:${entry.id}`,
  `DTSTAMP:${utc(entry.changedAt)}`,
  `CREATED:${utc(entry.announcedAt)}`,
  `LAST-MODIFIED:${utc(entry.changedAt)}`,
  `SEQUENCE:${entry.sequence}`,
  `STATUS:${statuses[entry.state]}`,
  `DTSTART;TZID=${VIETNAM}:${localTime(entry.startsAt)}`,
  `DTEND;TZID=${VIETNAM}:${localTime(entry.endsAt)}`,
  `SUMMARY:${textValue((marks[entry.state] ?? "") + entry.title)}`,
  ...(entry.place === "" ? [] : [`LOCATION:${textValue(entry.place)}`]),
  `DESCRIPTION:${textValue([entry.summary, `Chủ trì: ${entry.unitName}`, entry.url].filter(Boolean).join("\n"))}`,
  `CATEGORIES:${textValue(eventKinds[entry.kind])}`,
  `URL:${entry.url}`,
  "END:VEVENT",
];

/** Events as an iCalendar object (RFC 5545): lines end with CRLF, none is longer than 75 octets. */
export const calendarFile = (name: string, entries: CalendarEntry[]): string =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Gan Dan//Su kien//VI",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${textValue(name)}`,
    `X-WR-TIMEZONE:${VIETNAM}`,
    "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
    ...TIMEZONE,
    ...entries.flatMap(entryLines),
    "END:VCALENDAR",
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join("");
