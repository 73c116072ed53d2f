import { and, desc, eq } from "drizzle-orm";
import { type NamedDocument, namedDocuments } from "#documents";
import type { Queryable } from "#platform/database/database.ts";
import { contentDocument, contentItem, contentRevision } from "../tables.ts";

/** The documents that a text explains, as the register and the portal name them. */
export async function documentsOfItem(
  q: Queryable,
  { agencyId, itemId }: { agencyId: string; itemId: string },
): Promise<NamedDocument[]> {
  const rows = await q
    .select({ id: contentDocument.documentId })
    .from(contentDocument)
    .where(and(eq(contentDocument.agencyId, agencyId), eq(contentDocument.itemId, itemId)));
  return namedDocuments(
    q,
    agencyId,
    rows.map(({ id }) => id),
  );
}

/** The texts that explain a document: those that stand on the portal, and the ids of all, public or not yet. */
export async function itemsExplaining(q: Queryable, agencyId: string, documentId: string) {
  const rows = await q
    .select({
      id: contentItem.id,
      state: contentItem.state,
      slug: contentItem.slug,
      publishedAt: contentItem.publishedAt,
      title: contentRevision.title,
    })
    .from(contentDocument)
    .innerJoin(contentItem, eq(contentItem.id, contentDocument.itemId))
    .leftJoin(contentRevision, eq(contentRevision.id, contentItem.liveRevisionId))
    .where(and(eq(contentDocument.agencyId, agencyId), eq(contentDocument.documentId, documentId)))
    .orderBy(desc(contentItem.publishedAt), contentItem.id);
  return {
    items: rows.flatMap(({ state, slug, publishedAt, title }) =>
      state === "published" && slug && publishedAt && title ? [{ slug, title, publishedAt }] : [],
    ),
    ids: rows.map(({ id }) => id),
  };
}
