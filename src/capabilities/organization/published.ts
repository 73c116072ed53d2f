import type { Queryable } from "#platform/database/database.ts";
import { currentAgency, unitsOfAgency } from "./organization-queries.ts";

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
  units: { name: string; shortName: string; kind: string; slug: string }[];
}

/** The first agency of the installation (a real one before the sample), with its living units; null before the first set-up. */
export async function publicAgency(q: Queryable): Promise<PublicAgency | null> {
  const first = await currentAgency(q);
  if (!first) return null;
  const units = await unitsOfAgency(q, first.id);
  return {
    ...first,
    units: units.map(({ name, shortName, kind, slug }) => ({ name, shortName, kind, slug })),
  };
}
