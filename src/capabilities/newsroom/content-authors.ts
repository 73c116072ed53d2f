import { eq } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { contentRevision } from "./tables.ts";

/** Everybody who wrote a text of an item. */
export async function contentAuthors(q: Queryable, itemId: string): Promise<string[]> {
  const rows = await q
    .selectDistinct({ authorId: contentRevision.authorId })
    .from(contentRevision)
    .where(eq(contentRevision.itemId, itemId));
  return rows.map(({ authorId }) => authorId);
}
