import { and, asc, desc, eq, gte, inArray, lt, ne } from "drizzle-orm";
import { unitsOfAgency } from "#organization";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { invalidatePages } from "#platform/http/invalidate-pages.ts";
import type { ProgrammeItem, Told } from "./event.ts";
import type { EventSubject } from "./policy.ts";
import { event, eventChange, eventItem, eventMaterial, eventObligation } from "./tables.ts";

export type Event = typeof event.$inferSelect;

export const eventHref = (id: string): string => `/workspace/su-kien/${id}`;
export const EVENTS_PATH = "/su-kien";
export const eventPath = ({ slug }: Pick<Event, "slug">): string => `${EVENTS_PATH}/${slug}`;

/** What the policy looks at. */
export const subjectOf = (row: Event): EventSubject => ({
  agencyId: row.agencyId,
  unitIds: [row.leadUnitId],
  state: row.state,
  writtenBy: row.writtenBy,
});

const missing = "Không có sự kiện này.";
const one = (agencyId: string, id: string) => and(eq(event.agencyId, agencyId), eq(event.id, id));

/** The agency's own, held until the transaction ends. @throws NotFound */
export async function heldEvent(q: Queryable, agencyId: string, id: string): Promise<Event> {
  const [found] = await q.select().from(event).where(one(agencyId, id)).for("update");
  if (!found) throw new NotFound(missing);
  return found;
}

/** @throws NotFound */
export async function eventOf(q: Queryable, agencyId: string, id: string): Promise<Event> {
  const [found] = await q.select().from(event).where(one(agencyId, id));
  if (!found) throw new NotFound(missing);
  return found;
}

/** The agency's by their ids. */
export const eventsAmong = (q: Queryable, ids: string[], agencyId: string): Promise<Event[]> =>
  q
    .select()
    .from(event)
    .where(and(eq(event.agencyId, agencyId), inArray(event.id, ids)));

export const itemsOf = (q: Queryable, eventId: string): Promise<ProgrammeItem[]> =>
  q
    .select({ atHour: eventItem.atHour, words: eventItem.words, isReform: eventItem.isReform })
    .from(eventItem)
    .where(eq(eventItem.eventId, eventId))
    .orderBy(asc(eventItem.position));

export const obligationIdsOf = async (q: Queryable, eventId: string): Promise<string[]> =>
  (
    await q
      .select({ id: eventObligation.obligationId })
      .from(eventObligation)
      .where(eq(eventObligation.eventId, eventId))
  ).map(({ id }) => id);

export const changesOf = (q: Queryable, eventId: string) =>
  q.select().from(eventChange).where(eq(eventChange.eventId, eventId)).orderBy(desc(eventChange.sequence));

export const materialsOf = (q: Queryable, eventId: string) =>
  q
    .select()
    .from(eventMaterial)
    .where(eq(eventMaterial.eventId, eventId))
    .orderBy(asc(eventMaterial.addedAt), asc(eventMaterial.id));

/** Names of units, those that are closed too. */
export async function unitNamesOf(q: Queryable, agencyId: string): Promise<(id: string) => string> {
  const names = new Map(
    (await unitsOfAgency(q, agencyId, { closed: true })).map(({ id, name }) => [id, name]),
  );
  return (id) => names.get(id) ?? "";
}

/** What the public is told of it now. */
export async function toldOf(q: Queryable, row: Event): Promise<Told> {
  const nameOf = await unitNamesOf(q, row.agencyId);
  return { ...row, unitName: nameOf(row.leadUnitId), items: await itemsOf(q, row.id) };
}

const told = (agencyId: string) => and(eq(event.agencyId, agencyId), ne(event.state, "draft"));

/** Those that the public may see and that are not over, the soonest first. */
export const upcomingEvents = (q: Queryable, agencyId: string, now: Date, most: number): Promise<Event[]> =>
  q
    .select()
    .from(event)
    .where(and(told(agencyId), gte(event.endsAt, now)))
    .orderBy(asc(event.startsAt), asc(event.id))
    .limit(most);

/** Those that the public may see and that are over, the newest first. */
export const pastEvents = (
  q: Queryable,
  agencyId: string,
  now: Date,
  most: number,
  from = 0,
): Promise<Event[]> =>
  q
    .select()
    .from(event)
    .where(and(told(agencyId), lt(event.endsAt, now)))
    .orderBy(desc(event.startsAt), desc(event.id))
    .limit(most)
    .offset(from);

/** What the calendar feed holds: all that is to come, and what is over since a day. */
export const eventsSince = (q: Queryable, agencyId: string, since: Date, most: number): Promise<Event[]> =>
  q
    .select()
    .from(event)
    .where(and(told(agencyId), gte(event.endsAt, since)))
    .orderBy(desc(event.startsAt), asc(event.id))
    .limit(most);

export const publicEvents = (q: Queryable, agencyId: string, most: number, from: number): Promise<Event[]> =>
  q
    .select()
    .from(event)
    .where(told(agencyId))
    .orderBy(asc(event.announcedAt), asc(event.id))
    .limit(most)
    .offset(from);

/** By its public address. */
export async function eventBySlug(q: Queryable, agencyId: string, slug: string): Promise<Event | null> {
  const [found] = await q
    .select()
    .from(event)
    .where(and(told(agencyId), eq(event.slug, slug)));
  return found ?? null;
}

/** Public pages that show events are rendered afresh after the commit. */
export const redrawEvents = (q: Queryable) => invalidatePages(q, ["event:any"]);
