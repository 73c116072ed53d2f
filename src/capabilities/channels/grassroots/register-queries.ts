import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { takesCertificates } from "./certificates-taken.ts";
import { loudspeakerPolicy } from "./policy.ts";
import { type Limits, slotIssues, usualLimits } from "./station.ts";
import {
  loudspeakerArea,
  loudspeakerKey,
  loudspeakerLimit,
  loudspeakerSlot,
  loudspeakerStation,
} from "./tables.ts";

export type Station = typeof loudspeakerStation.$inferSelect;
export type Area = typeof loudspeakerArea.$inferSelect;
export type Slot = typeof loudspeakerSlot.$inferSelect;

/** One of the agency. @throws NotFound */
export async function stationOf(q: Queryable, agencyId: string, id: string): Promise<Station> {
  const [found] = await q
    .select()
    .from(loudspeakerStation)
    .where(and(eq(loudspeakerStation.agencyId, agencyId), eq(loudspeakerStation.id, id)));
  if (!found) throw new NotFound("Không có đài, cụm loa này trong sổ của cơ quan.");
  return found;
}

/** Those in use, of one agency. */
export const openSlots = (q: Queryable, agencyId: string): Promise<Slot[]> =>
  q
    .select()
    .from(loudspeakerSlot)
    .where(and(eq(loudspeakerSlot.agencyId, agencyId), eq(loudspeakerSlot.isClosed, false)))
    .orderBy(asc(loudspeakerSlot.fromTime), asc(loudspeakerSlot.id));

/** The agency's own rule, or what holds until it has one. */
export async function limitsOf(q: Queryable, agencyId: string): Promise<Limits & { isOwn: boolean }> {
  const [own] = await q.select().from(loudspeakerLimit).where(eq(loudspeakerLimit.agencyId, agencyId));
  if (!own) return { ...usualLimits, isOwn: false };
  const { earliest, latest, slotsADay, minutesASlot, daysAWeek, basis } = own;
  return { earliest, latest, slotsADay, minutesASlot, daysAWeek, basis, isOwn: true };
}

/** Stations with their communes, those of difficult communes not apart; closed ones last. */
export const stationsOf = (q: Queryable, agencyId: string) =>
  q
    .select({ station: loudspeakerStation, area: loudspeakerArea })
    .from(loudspeakerStation)
    .innerJoin(loudspeakerArea, eq(loudspeakerArea.id, loudspeakerStation.areaId))
    .where(eq(loudspeakerStation.agencyId, agencyId))
    .orderBy(
      asc(loudspeakerStation.isClosed),
      sql`${loudspeakerArea.name} collate "vi-x-icu"`,
      sql`${loudspeakerStation.name} collate "vi-x-icu"`,
      asc(loudspeakerStation.id),
    );

/** The register as people see it: communes, stations, slots, limits, who may change them. */
export async function presentLoudspeakers(q: Queryable, actor: Actor) {
  const { agencyId } = actor;
  const areas = await q
    .select()
    .from(loudspeakerArea)
    .where(eq(loudspeakerArea.agencyId, agencyId))
    .orderBy(
      asc(loudspeakerArea.isClosed),
      sql`${loudspeakerArea.name} collate "vi-x-icu"`,
      asc(loudspeakerArea.id),
    );
  const keys = await q
    .select()
    .from(loudspeakerKey)
    .where(and(eq(loudspeakerKey.agencyId, agencyId), isNull(loudspeakerKey.revokedAt)))
    .orderBy(desc(loudspeakerKey.madeAt));
  const slots = await openSlots(q, agencyId);
  const limits = await limitsOf(q, agencyId);
  return {
    takesCertificates: takesCertificates(),
    areas,
    stations: (await stationsOf(q, agencyId)).map(({ station, area }) => ({
      ...station,
      areaName: area.name,
      isDifficult: area.isDifficult,
      keys: keys
        .filter(({ stationId }) => stationId === station.id)
        .map(({ id, sort, ending, madeAt, usedAt }) => ({ id, sort, ending, madeAt, usedAt })),
      may: loudspeakerPolicy.may(actor, station),
    })),
    slots,
    limits,
    slotIssues: slotIssues(slots, limits),
    may: loudspeakerPolicy.may(actor, { agencyId }),
  };
}
