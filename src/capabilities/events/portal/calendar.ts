import type { PortalCall, PortalFile } from "#platform/http/portal-page.ts";
import {
  type CalendarEntry,
  calendarFile,
  EVENTS_PATH,
  type Event,
  eventBySlug,
  eventPath,
  eventsSince,
  unitNamesOf,
} from "../published.ts";

export const FEED_PATH = `${EVENTS_PATH}/lich.ics`;
/** What is over stays in the feed for half a year. */
const KEPT_DAYS = 183;
const MOST = 1000;

const entryOf = (row: Event, unitName: string, origin: string): CalendarEntry => ({
  ...row,
  announcedAt: row.announcedAt!,
  ...{ unitName, url: `${origin}${eventPath(row)}` },
});

const file = (body: string): PortalFile => ({
  kind: "file",
  contentType: "text/calendar; charset=utf-8",
  body,
  tags: ["event:any"],
  maxAge: 600,
});

/** /su-kien/lich.ics: the agency's calendar, for programs that follow it. */
export async function answerFeed({ database, agency, now, origin }: PortalCall): Promise<PortalFile> {
  const rows = await eventsSince(database, agency.id, new Date(now.getTime() - KEPT_DAYS * 86_400_000), MOST);
  const nameOf = await unitNamesOf(database, agency.id);
  return file(
    calendarFile(
      `Sự kiện của ${agency.name}`,
      rows.map((row) => entryOf(row, nameOf(row.leadUnitId), origin)),
    ),
  );
}

/** /su-kien/<slug>/lich.ics: one event, to be put into one's own calendar. */
export async function answerFile({
  database,
  agency,
  params,
  origin,
}: PortalCall): Promise<PortalFile | null> {
  const row = await eventBySlug(database, agency.id, params.slug ?? "");
  if (!row) return null;
  const nameOf = await unitNamesOf(database, agency.id);
  return file(calendarFile(row.title, [entryOf(row, nameOf(row.leadUnitId), origin)]));
}
