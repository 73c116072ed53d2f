import { portalBase } from "#organization";
import type { Queryable } from "#platform/database/database.ts";
import type { SimilarItem } from "./find-similar.ts";

/** What was found as the API answers it, with where the public reads it. */
export async function presentSimilar(q: Queryable, items: SimilarItem[]) {
  const bases = new Map<string, string>();
  for (const { agencyId } of items)
    bases.set(agencyId, bases.get(agencyId) ?? (await portalBase(q, agencyId)));
  return items.map(({ agencyId, slug, ...item }) => ({
    ...item,
    href: item.state === "published" && slug ? `${bases.get(agencyId)}/tin-tuc/${slug}` : null,
  }));
}
