import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { live, type PublishedSummary, publishedOf, summaryOf } from "./live-text.ts";
import { publishedBySlug } from "./published.ts";
import { contentItem, contentRevision } from "./tables.ts";

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

/** A text of ours with all its words. */
export interface PublishedWords {
  id: string;
  publishedAt: Date;
  /** Title, summary and body without marks. */
  words: string;
}

/** The newest on the portal with all their words, so many at most. */
export async function newestWords(
  q: Queryable,
  agencyId: string,
  { limit }: { limit: number },
): Promise<PublishedWords[]> {
  const rows = await q
    .select({
      ...{ id: contentItem.id, publishedAt: contentItem.publishedAt, title: contentRevision.title },
      ...{ summary: contentRevision.summary, plain: contentRevision.plain },
    })
    .from(contentItem)
    .innerJoin(contentRevision, eq(contentRevision.id, contentItem.liveRevisionId))
    .where(publishedOf(agencyId))
    .orderBy(desc(contentItem.publishedAt), desc(contentItem.id))
    .limit(limit);
  return rows.map(({ id, publishedAt, title, summary, plain }) => ({
    ...{ id, publishedAt: publishedAt! },
    words: [title, summary, plain].join("\n"),
  }));
}

/** The item that is public at this end of an address, also a former one; null: none is. */
export async function publishedIdAt(q: Queryable, agencyId: string, slug: string): Promise<string | null> {
  const found = await publishedBySlug(q, agencyId, slug);
  if (found?.state === "moved") return publishedIdAt(q, agencyId, found.movedTo);
  return found?.state === "published" ? found.id : null;
}
