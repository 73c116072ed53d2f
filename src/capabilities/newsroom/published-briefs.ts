import { and, asc, desc, inArray } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { live, type PublishedSummary, publishedOf, summaryOf } from "./live-text.ts";
import { publishedBySlug } from "./published.ts";
import { contentItem } from "./tables.ts";

export interface PublishedBrief
  extends Pick<
    PublishedSummary,
    "id" | "slug" | "kindLabel" | "title" | "summary" | "publishedAt" | "updatedAt"
  > {
  /** Every theme that it carries. */
  themes: string[];
}

type LiveRow = Awaited<ReturnType<typeof live>>[number];

function briefOf(row: LiveRow): PublishedBrief {
  const { id, slug, kindLabel, title, summary, publishedAt, updatedAt } = summaryOf(row);
  const themes = new Set([...(row.text.primaryTheme ? [row.text.primaryTheme] : []), ...row.text.themes]);
  return { id, slug, kindLabel, title, summary, publishedAt, updatedAt, themes: [...themes] };
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
  return rows.map(briefOf);
}

/** The newest on the portal, so many at most; of one theme if it is named. */
export async function newestBriefs(
  q: Queryable,
  agencyId: string,
  { limit, theme }: { limit: number; theme?: string },
): Promise<PublishedBrief[]> {
  const rows = await live(q)
    .where(publishedOf(agencyId, theme))
    .orderBy(desc(contentItem.publishedAt), desc(contentItem.id))
    .limit(limit);
  return rows.map(briefOf);
}

/** The item that is public at this end of an address, also a former one; null: none is. */
export async function publishedIdAt(q: Queryable, agencyId: string, slug: string): Promise<string | null> {
  const found = await publishedBySlug(q, agencyId, slug);
  if (found?.state === "moved") return publishedIdAt(q, agencyId, found.movedTo);
  return found?.state === "published" ? found.id : null;
}
