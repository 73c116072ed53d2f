import { and, asc, eq, isNull } from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { procedurePolicy } from "../policy.ts";
import { currentOf } from "../procedure-queries.ts";
import { lifeEvent, lifeEventProcedure } from "../tables.ts";

export type LifeEvent = typeof lifeEvent.$inferSelect;

/** The agency's events in their order; those that were removed are not among them. */
export const eventsOfAgency = (q: Queryable, agencyId: string): Promise<LifeEvent[]> =>
  q
    .select()
    .from(lifeEvent)
    .where(and(eq(lifeEvent.agencyId, agencyId), isNull(lifeEvent.removedAt)))
    .orderBy(asc(lifeEvent.position), asc(lifeEvent.name));

/** Which procedures the events take, each event's in their order. */
export const proceduresOfEvents = (q: Queryable, agencyId: string) =>
  q
    .select()
    .from(lifeEventProcedure)
    .where(eq(lifeEventProcedure.agencyId, agencyId))
    .orderBy(asc(lifeEventProcedure.eventId), asc(lifeEventProcedure.position));

/** The event at an address, also one that was removed; null: none ever stood there. */
export async function eventAt(q: Queryable, agencyId: string, slug: string): Promise<LifeEvent | null> {
  const [found] = await q
    .select()
    .from(lifeEvent)
    .where(and(eq(lifeEvent.agencyId, agencyId), eq(lifeEvent.slug, slug)));
  return found ?? null;
}

/** The events for who keeps them, with the procedures that they name. */
export async function listLifeEvents(q: Queryable, actor: Actor) {
  const { agencyId } = actor;
  procedurePolicy.permit(actor, "read", { agencyId });
  const links = await proceduresOfEvents(q, agencyId);
  const all = await currentOf(q, agencyId, [...new Set(links.map(({ procedureId }) => procedureId))]);
  const events = await eventsOfAgency(q, agencyId);
  return {
    events: events.map(({ id, slug, name, side, summary, position }) => ({
      ...{ id, name, side, summary, position, path: `/thu-tuc/su-kien/${slug}` },
      procedures: links
        .filter(({ eventId }) => eventId === id)
        .map(({ procedureId, note }) => ({ procedureId, note })),
    })),
    procedures: all.map(({ procedure: { id, code, state }, version: { name } }) => ({
      ...{ id, code, name, state },
    })),
    may: procedurePolicy.may(actor, { agencyId }),
  };
}
