import { inArray, sql } from "drizzle-orm";
import { plansInForce } from "#plan";
import type { Queryable } from "#platform/database/database.ts";
import { type ContentItem, countLinks, linksOfItem } from "./content-queries.ts";
import { contentItem } from "./tables.ts";

/** Whether a text has to say what of a plan it serves: an agency that carries out none has nothing to name. */
export const mustLink = async (q: Queryable, agencyId: string): Promise<boolean> =>
  (await plansInForce(q, agencyId)).length > 0;

/** How many tasks, obligations and clauses an item serves; null: none, and none is asked for. */
export async function linksAskedOf(
  q: Queryable,
  { id, agencyId }: Pick<ContentItem, "id" | "agencyId">,
): Promise<number | null> {
  const links = countLinks(await linksOfItem(q, id));
  return links === 0 && !(await mustLink(q, agencyId)) ? null : links;
}

/** Those of the items that serve nothing of a plan though they have left their writer's desk. */
export async function unlinkedAmong(q: Queryable, itemIds: string[]): Promise<Set<string>> {
  if (itemIds.length === 0) return new Set();
  const rows = await q
    .select({ id: contentItem.id })
    .from(contentItem)
    .where(
      sql`${inArray(contentItem.id, itemIds)} and ${contentItem.state} not in ('draft', 'discarded', 'removed')
        and not exists (select 1 from content_task l where l.item_id = ${contentItem.id})
        and not exists (select 1 from content_obligation l where l.item_id = ${contentItem.id})
        and not exists (select 1 from content_clause l where l.item_id = ${contentItem.id})`,
    );
  return new Set(rows.map(({ id }) => id));
}
