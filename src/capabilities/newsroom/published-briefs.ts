import { and, asc, inArray } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { live, publishedOf, summaryOf } from "./live-text.ts";
import { contentItem } from "./tables.ts";

export interface PublishedBrief {
  id: string;
  slug: string;
  kind: string;
  title: string;
  summary: string;
  publishedAt: Date;
  /** Every theme that it carries. */
  themes: string[];
}

/** What stands on the portal now of these items, the oldest first; what was taken back is not among it. */
export async function publishedBriefs(
  q: Queryable,
  agencyId: string,
  ids: string[],
): Promise<PublishedBrief[]> {
  if (ids.length === 0) return [];
  const rows = await live(q)
    .where(and(publishedOf(agencyId), inArray(contentItem.id, ids)))
    .orderBy(asc(contentItem.publishedAt), asc(contentItem.id));
  return rows.map((row) => {
    const { id, slug, kind, title, summary, publishedAt } = summaryOf(row);
    const themes = new Set([...(row.text.primaryTheme ? [row.text.primaryTheme] : []), ...row.text.themes]);
    return { id, slug, kind, title, summary, publishedAt, themes: [...themes] };
  });
}
