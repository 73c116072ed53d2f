import type { Queryable } from "#platform/database/database.ts";
import { itemsExplaining } from "../published.ts";
import { articlePath } from "./news-card.tsx";

/** Published items that explain a document, for the document's own page, which changes with each of them. */
export async function explanationsOf(q: Queryable, agencyId: string, documentId: string) {
  const { items, ids } = await itemsExplaining(q, agencyId, documentId);
  return {
    items: items.map(({ slug, ...item }) => ({ href: articlePath(slug), ...item })),
    tags: ids.map((id) => `content:${id}`),
  };
}
