import { and, eq, inArray } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { listeningItem } from "../tables.ts";

/** The items that stand at these addresses, by address. */
export async function itemsAt(q: Queryable, agencyId: string, urls: string[]): Promise<Map<string, string>> {
  const rows = await q
    .select({ id: listeningItem.id, url: listeningItem.url })
    .from(listeningItem)
    .where(and(eq(listeningItem.agencyId, agencyId), inArray(listeningItem.url, urls)));
  return new Map(rows.map(({ id, url }) => [url!, id]));
}
