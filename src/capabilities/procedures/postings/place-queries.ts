import { createHash } from "node:crypto";
import { asc, eq } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { postingPlace } from "../tables.ts";
import { type PlaceKind, placeKindLabels } from "./posting.ts";

export type PostingPlace = typeof postingPlace.$inferSelect;

/** Often quoted; until the agency has compared it with the rule that binds it. */
const USUAL_DAYS = 5;

const usual: PlaceKind[] = ["national", "case-system", "portal", "counter"];

/** The same for the agency however often it is asked for, so that a proof may name a place that nobody has changed yet. */
const usualId = (agencyId: string, kind: PlaceKind): string => {
  const hex = createHash("sha256").update(`${agencyId} ${kind}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** The four places that every agency begins with. */
const usualPlaces = (agencyId: string): PostingPlace[] =>
  usual.map((kind, position) => ({
    ...{ id: usualId(agencyId, kind), agencyId, kind, position },
    ...{ name: placeKindLabels[kind], workingDays: USUAL_DAYS, isUsed: true },
  }));

/** The agency's places, in its own order; the usual ones until it has said otherwise. */
export async function placesOf(q: Queryable, agencyId: string): Promise<PostingPlace[]> {
  const own = await q
    .select()
    .from(postingPlace)
    .where(eq(postingPlace.agencyId, agencyId))
    .orderBy(asc(postingPlace.position), asc(postingPlace.name));
  return own.length > 0 ? own : usualPlaces(agencyId);
}

/** Writes the usual places down before something stands on one of them. */
export async function keepPlaces(q: Queryable, agencyId: string): Promise<PostingPlace[]> {
  const places = await placesOf(q, agencyId);
  await q.insert(postingPlace).values(places).onConflictDoNothing();
  return places;
}
