import { and, eq, sql } from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { deliveryOf, subjectOf, type WholeDelivery } from "../deliveries/delivery-queries.ts";
import { figureReading, placement } from "../tables.ts";
import type { FigureSubject } from "./policy.ts";

export type Reading = typeof figureReading.$inferSelect;
export type Placement = typeof placement.$inferSelect;

/** A delivery and where it stands; null: nowhere yet. */
export interface PlacedDelivery {
  whole: WholeDelivery;
  place: Placement | null;
}

/** One that the actor sees; `lock`: nobody else writes its figures until the transaction ends. @throws NotFound */
export async function placedDelivery(
  q: Queryable,
  actor: Actor,
  deliveryId: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<PlacedDelivery> {
  const whole = await deliveryOf(q, actor, deliveryId, { lock });
  const [place] = await q.select().from(placement).where(eq(placement.deliveryId, deliveryId));
  return { whole, place: place ?? null };
}

export function figureSubject({ whole, place }: PlacedDelivery): FigureSubject {
  const { agencyId, unitId, isOwnPortal } = subjectOf(whole);
  return {
    agencyId,
    ...(unitId !== undefined && { unitId }),
    ...(isOwnPortal !== undefined && { isOwnPortal }),
    isPlaced: place !== null,
  };
}

/** Every reading of a placement, also those that were superseded, the newest moment first. */
export const readingsOf = (q: Queryable, placementId: string): Promise<Reading[]> =>
  q
    .select()
    .from(figureReading)
    .where(eq(figureReading.placementId, placementId))
    .orderBy(sql`${figureReading.takenAt} desc, ${figureReading.recordedAt} desc, ${figureReading.id} desc`);

/** Those that nothing has superseded, and that say a number. */
export function standingAmong(readings: Reading[]): Reading[] {
  const superseded = new Set(readings.map(({ supersedes }) => supersedes));
  return readings.filter(({ id, value }) => value !== null && !superseded.has(id));
}

/** One reading of the agency. @throws NotFound */
export async function readingOf(q: Queryable, agencyId: string, id: string): Promise<Reading> {
  const [found] = await q
    .select()
    .from(figureReading)
    .where(and(eq(figureReading.agencyId, agencyId), eq(figureReading.id, id)));
  if (!found) throw new NotFound("Không có số liệu này trong cơ quan.");
  return found;
}
