import { and, eq, inArray, ne, not, or } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { exactText } from "./move-content.ts";
import { contentItem, contentRevision } from "./tables.ts";

/**
 * How items and their texts are called in the agency's audit, by id. Not by the title of what was removed, which may
 * hold what must not be read, nor of what only some see before it is out.
 */
export async function auditNames(q: Queryable, agencyId: string, ids: string[]): Promise<[string, string][]> {
  const items = await q
    .select({ id: contentItem.id, title: contentRevision.title })
    .from(contentItem)
    .innerJoin(contentRevision, eq(contentRevision.id, contentItem.currentRevisionId))
    .where(
      and(
        eq(contentItem.agencyId, agencyId),
        inArray(contentItem.id, ids),
        ne(contentItem.state, "removed"),
        or(not(contentItem.limited), inArray(contentItem.state, ["published", "withdrawn"])),
      ),
    );
  const texts = await q
    .select({ id: contentRevision.id, number: contentRevision.number, hash: contentRevision.hash })
    .from(contentRevision)
    .where(and(eq(contentRevision.agencyId, agencyId), inArray(contentRevision.id, ids)));
  return [
    ...items.flatMap(({ id, title }): [string, string][] => (title ? [[id, title]] : [])),
    ...texts.map((text): [string, string] => [text.id, exactText(text)]),
  ];
}
