import { and, eq, inArray } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { officialDocument } from "./tables.ts";

/** A document by its name, for those who point to it. */
export interface NamedDocument {
  id: string;
  name: string;
  /** Where it stands on the portal; null while it is not public. */
  path: string | null;
}

/** Documents of the agency's register by their names; others are left out. */
export async function namedDocuments(
  q: Queryable,
  agencyId: string,
  ids: string[],
): Promise<NamedDocument[]> {
  if (ids.length === 0) return [];
  const rows = await q
    .select()
    .from(officialDocument)
    .where(and(eq(officialDocument.agencyId, agencyId), inArray(officialDocument.id, ids)))
    .orderBy(officialDocument.issuedOn, officialDocument.number, officialDocument.id);
  return rows.map(({ id, type, number, abstract, slug, publishedAt }) => ({
    id,
    name: `${type} ${number ?? abstract ?? "chưa cấp số"}`,
    path: publishedAt === null ? null : `/van-ban/${slug}`,
  }));
}
