import { sql } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";

/**
 * Items that tell the same news on purpose: the other products of an item's story, a bulletin and its article, a text
 * and the refused one from which it was begun, what was taken over from another agency and its source.
 */
export async function kinOf(q: Queryable, itemId: string): Promise<Set<string>> {
  const { rows } = await q.execute<{ id: string }>(sql`
    select other.item_id as id from deliverable own join deliverable other on other.story_id = own.story_id
      where own.item_id = ${itemId} and other.item_id is not null
    union select source_item_id from content_reuse where item_id = ${itemId} and source_item_id is not null
    union select item_id from content_reuse where source_item_id = ${itemId}
    union select from_item_id from bulletin_source where item_id = ${itemId}
    union select item_id from bulletin_source where from_item_id = ${itemId}
    union select begun_from from content_item where id = ${itemId} and begun_from is not null
    union select id from content_item where begun_from = ${itemId}`);
  return new Set(rows.map(({ id }) => id));
}
