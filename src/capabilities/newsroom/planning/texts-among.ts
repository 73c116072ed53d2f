import { and, eq, inArray } from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { contentItem, contentRevision, deliverable, story } from "../tables.ts";
import { type EntryFilter, ofItems } from "./entry-queries.ts";

/** Those among the texts to which table, board and calendar would be narrowed. */
export async function textsAmong(
  q: Queryable,
  actor: Actor,
  filter: EntryFilter,
  itemIds: string[],
): Promise<Set<string>> {
  if (itemIds.length === 0) return new Set();
  const rows = await q
    .selectDistinct({ id: contentItem.id })
    .from(contentItem)
    .innerJoin(contentRevision, eq(contentRevision.id, contentItem.currentRevisionId))
    .leftJoin(deliverable, eq(deliverable.itemId, contentItem.id))
    .leftJoin(story, eq(story.id, deliverable.storyId))
    .where(and(await ofItems(q, actor, filter), inArray(contentItem.id, [...new Set(itemIds)])));
  return new Set(rows.map(({ id }) => id));
}
