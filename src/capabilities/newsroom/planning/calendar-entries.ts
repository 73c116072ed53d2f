import { and, asc, eq, gte, inArray, lt, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { calendarOf } from "#plan";
import type { Actor } from "#platform/auth/actor.ts";
import { VIETNAM } from "#platform/clock/vietnam-time.ts";
import { whyOff } from "#platform/clock/working-days.ts";
import type { Queryable } from "#platform/database/database.ts";
import { kindOf } from "../kinds/index.ts";
import { onlySeen } from "../readers/hidden.ts";
import { contentItem, contentRevision, deliverable } from "../tables.ts";
import { CLASH_MINUTES, clashesOf } from "./clashes.ts";
import {
  asEntry,
  type Entry,
  type EntryFilter,
  items,
  ofItems,
  ofPlanned,
  planned,
} from "./entry-queries.ts";

/** So many of each sort are drawn; more in one month are looked at by narrowing. */
const MOST_SHOWN = 1000;

const startOf = (day: string): Date =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime(VIETNAM).epochMilliseconds);

interface Span {
  /** Days of Việt Nam, both inside. */
  from: string;
  to: string;
}

/** What came out, is to come out or is to be ready between two days, in the order of its moments. */
export async function calendarEntries(
  q: Queryable,
  actor: Actor,
  filter: EntryFilter,
  { from, to }: Span,
): Promise<{ entries: Entry[]; isCut: boolean }> {
  const [begin, end] = [startOf(from), startOf(Temporal.PlainDate.from(to).add({ days: 1 }).toString())];
  const own = await ofItems(q, actor, filter);
  const out = await items(q)
    .where(
      and(
        own,
        inArray(contentItem.state, ["published", "withdrawn", "removed"]),
        gte(contentItem.publishedAt, begin),
        lt(contentItem.publishedAt, end),
      ),
    )
    .orderBy(asc(contentItem.publishedAt))
    .limit(MOST_SHOWN);
  const scheduled = await items(q)
    .where(
      and(
        own,
        eq(contentItem.state, "scheduled"),
        gte(contentItem.scheduledAt, begin),
        lt(contentItem.scheduledAt, end),
      ),
    )
    .orderBy(asc(contentItem.scheduledAt))
    .limit(MOST_SHOWN);
  const due = and(gte(deliverable.dueAt, begin), lt(deliverable.dueAt, end));
  const beingWritten = await items(q)
    .where(and(own, inArray(contentItem.state, ["draft", "submitted", "returned", "approved"]), due))
    .orderBy(asc(deliverable.dueAt))
    .limit(MOST_SHOWN);
  const toWrite =
    filter.state && filter.state !== "planned"
      ? []
      : await planned(q)
          .where(and(await ofPlanned(q, actor, filter), due))
          .orderBy(asc(deliverable.dueAt))
          .limit(MOST_SHOWN);
  const parts = [out, scheduled, beingWritten, toWrite.map(asEntry)];
  return { entries: parts.flat(), isCut: parts.some((part) => part.length === MOST_SHOWN) };
}

/** Publications to come between two days that lie too near another on their channel, whatever the view is narrowed by. */
export async function clashesBetween(q: Queryable, actor: Actor, { from, to }: Span) {
  const margin = CLASH_MINUTES * 60_000;
  const begin = new Date(startOf(from).getTime() - margin);
  const end = new Date(startOf(Temporal.PlainDate.from(to).add({ days: 1 }).toString()).getTime() + margin);
  const seen = await onlySeen(q, actor);
  const comingOut = (state: "published" | "scheduled", at: AnyPgColumn) =>
    q
      .select({
        id: contentItem.id,
        kind: contentItem.kind,
        channel: deliverable.channel,
        state: contentItem.state,
        at: sql<Date>`${at}`.mapWith(contentItem.scheduledAt),
        title: contentRevision.title,
      })
      .from(contentItem)
      .innerJoin(contentRevision, eq(contentRevision.id, contentItem.currentRevisionId))
      .leftJoin(deliverable, eq(deliverable.itemId, contentItem.id))
      .where(
        and(
          eq(contentItem.agencyId, actor.agencyId),
          seen,
          eq(contentItem.state, state),
          gte(at, begin),
          lt(at, end),
        ),
      )
      .limit(MOST_SHOWN);
  const rows = [
    ...(await comingOut("scheduled", contentItem.scheduledAt)),
    ...(await comingOut("published", contentItem.publishedAt)),
  ];
  const clashes = clashesOf(
    rows.map(({ id, kind, channel, at, title }) => ({
      id,
      at,
      title,
      channel: channel ?? kindOf(kind)?.channels[0] ?? "",
    })),
  );
  // What is out can no longer give way.
  for (const { id, state } of rows) if (state === "published") clashes.delete(id);
  return clashes;
}

/** The days between two on which nobody works, with the reason. */
export async function daysOffBetween(q: Queryable, agencyId: string, { from, to }: Span) {
  const calendar = await calendarOf(q, agencyId);
  const days: { day: string; why: string }[] = [];
  for (
    let day = Temporal.PlainDate.from(from);
    Temporal.PlainDate.compare(day, to) <= 0;
    day = day.add({ days: 1 })
  ) {
    const why = whyOff(calendar, day);
    if (why !== null) days.push({ day: day.toString(), why });
  }
  return days;
}
