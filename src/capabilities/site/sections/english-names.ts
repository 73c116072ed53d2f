import { eq } from "drizzle-orm";
import { unitsOfAgency } from "#organization";
import type { Queryable } from "#platform/database/database.ts";
import { englishName } from "../tables.ts";

/** What the agency (no unit) and its units are called in English. */
export const englishNames = (
  q: Queryable,
  agencyId: string,
): Promise<{ unitId: string | null; name: string }[]> =>
  q
    .select({ unitId: englishName.unitId, name: englishName.name })
    .from(englishName)
    .where(eq(englishName.agencyId, agencyId));

/** The same for the public page, the units by the ends of their addresses. */
export async function publicEnglishNames(
  q: Queryable,
  agencyId: string,
): Promise<{ own: string | undefined; byUnit: Map<string, string> }> {
  const names = await englishNames(q, agencyId);
  const slugOf = new Map((await unitsOfAgency(q, agencyId)).map(({ id, slug }) => [id, slug]));
  const byUnit = new Map<string, string>();
  for (const { unitId, name } of names) {
    const slug = unitId && slugOf.get(unitId);
    if (slug) byUnit.set(slug, name);
  }
  return { own: names.find(({ unitId }) => unitId === null)?.name, byUnit };
}
