import { and, asc, eq } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import type { PortalNeighbour } from "#platform/http/portal-page.ts";
import { type Agency, agencyById, baseOf, currentAgency, unitsOfAgency } from "./organization-queries.ts";
import { agency } from "./tables.ts";

/** What the portal shows of the agency that it belongs to: no person, only the office's own contacts. */
export interface PublicAgency {
  id: string;
  slug: string;
  name: string;
  superiorName: string | null;
  symbol: string;
  place: string;
  address: string | null;
  phone: string | null;
  email: string | null;
  openingHours: string | null;
  hotline: string | null;
  isSample: boolean;
  base: string;
  units: { name: string; shortName: string; kind: string; slug: string }[];
  above: PortalNeighbour | null;
  below: PortalNeighbour[];
}

/**
 * The agency with this slug, or without one the first of the installation (a real one before the sample), with its
 * living units and its neighbours; null when there is none.
 */
export async function publicAgency(q: Queryable, slug: string | null): Promise<PublicAgency | null> {
  const first = await currentAgency(q);
  const [shown] = slug === null ? [first] : await q.select().from(agency).where(eq(agency.slug, slug));
  if (!first || !shown) return null;
  const neighbour = ({ name, slug: at }: Agency): PortalNeighbour => ({ name, slug: at });
  const units = await unitsOfAgency(q, shown.id);
  const above = shown.parentId === null ? null : await agencyById(q, shown.parentId);
  const below = await q
    .select()
    .from(agency)
    .where(and(eq(agency.parentId, shown.id), eq(agency.active, true)))
    .orderBy(asc(agency.name));
  return {
    ...shown,
    base: baseOf(shown, first),
    units: units.map(({ name, shortName, kind, slug }) => ({ name, shortName, kind, slug })),
    above: above && neighbour(above),
    below: below.map(neighbour),
  };
}

/** Paths of the portals beside the installation's own. */
export async function otherPortals(q: Queryable): Promise<string[]> {
  const first = await currentAgency(q);
  const all = await q.select({ id: agency.id, slug: agency.slug }).from(agency).orderBy(asc(agency.slug));
  return first ? all.map((one) => baseOf(one, first)).filter((base) => base !== "") : [];
}
