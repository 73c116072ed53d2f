import { and, desc, eq, inArray, or, sql } from "drizzle-orm";
import { themeLabel } from "#plan";
import type { Queryable } from "#platform/database/database.ts";
import type { RichText } from "#platform/rich-text/render-rich-text.ts";
import { searchTexts } from "#platform/search/search-texts.ts";
import { CARD, pictureAddress, sourcesOf } from "./media-library/picture-address.ts";
import {
  contentCorrection,
  contentItem,
  contentRevision,
  contentSlug,
  mediaAsset,
  publicMedia,
} from "./tables.ts";

export interface PublishedImage {
  id: string;
  alt: string;
  credit: string | null;
  width: number;
  height: number;
  path: string;
  /** At most 640 pixels wide, for cards. */
  smallPath: string;
  /** All widths as a srcset; absent when there is only one. */
  sources: string | undefined;
  /** Cropped for link cards: an absolute path with its size in pixels. */
  card: { path: string; width: number; height: number };
}

export interface PublishedSummary {
  id: string;
  slug: string;
  kind: string;
  title: string;
  summary: string;
  publishedAt: Date;
  updatedAt: Date;
  themeSlug: string | null;
  themeLabel: string | null;
  image: PublishedImage | null;
}

export interface PublishedArticle extends PublishedSummary {
  state: "published" | "withdrawn";
  body: RichText;
  /** Who made the pictures of the body, by their ids. */
  credits: Map<string, string>;
  corrections: { at: Date; note: string }[];
  withdrawal: { at: Date; reason: string | null } | null;
}

export type FoundArticle = PublishedArticle | { state: "removed" } | { state: "moved"; movedTo: string };

const columns = { item: contentItem, text: contentRevision, media: mediaAsset };

/** Live texts with their items; what may be seen of them is for the caller to say. */
export const live = (q: Queryable) =>
  q
    .select(columns)
    .from(contentItem)
    .innerJoin(contentRevision, eq(contentRevision.id, contentItem.liveRevisionId))
    .leftJoin(mediaAsset, eq(mediaAsset.id, contentRevision.imageId));

/** Who made the pictures that the public sees, by their ids; of these items. */
export async function creditsOf(q: Queryable, itemIds: string[]): Promise<Map<string, string>> {
  if (itemIds.length === 0) return new Map();
  const rows = await q
    .selectDistinct({ id: mediaAsset.id, credit: mediaAsset.credit })
    .from(publicMedia)
    .innerJoin(mediaAsset, eq(mediaAsset.id, publicMedia.mediaId))
    .where(inArray(publicMedia.itemId, itemIds));
  return new Map(rows.flatMap(({ id, credit }) => (credit ? [[id, credit] as const] : [])));
}

type LiveRow = Awaited<ReturnType<typeof live>>[number];

export const summaryOf = ({ item, text, media }: LiveRow): PublishedSummary => ({
  id: item.id,
  slug: item.slug!,
  kind: item.kind,
  title: text.title,
  summary: text.summary,
  publishedAt: item.publishedAt!,
  updatedAt: item.liveSince ?? item.publishedAt!,
  themeSlug: text.primaryTheme,
  themeLabel: text.primaryTheme && themeLabel(text.primaryTheme),
  image: media && {
    id: media.id,
    alt: text.imageAlt,
    credit: media.credit,
    width: media.width,
    height: media.height,
    path: pictureAddress(media.id, null),
    smallPath: pictureAddress(media.id, 640),
    sources: sourcesOf(media.id, media.width),
    card: { path: pictureAddress(media.id, "card"), ...CARD },
  },
});

/** What the public may find in lists: published, of one theme if it is named. */
export const publishedOf = (agencyId: string, theme?: string) =>
  and(
    eq(contentItem.agencyId, agencyId),
    eq(contentItem.state, "published"),
    theme
      ? or(eq(contentRevision.primaryTheme, theme), sql`${theme} = any(${contentRevision.themes})`)
      : undefined,
  );

/** A page of the published items, newest first, and how many there are. */
export async function listPublished(
  q: Queryable,
  agencyId: string,
  { theme, page, perPage }: { theme?: string; page: number; perPage: number },
): Promise<{ items: PublishedSummary[]; total: number }> {
  const rows = await live(q)
    .where(publishedOf(agencyId, theme))
    .orderBy(desc(contentItem.publishedAt), desc(contentItem.id))
    .limit(perPage)
    .offset((page - 1) * perPage);
  const [counted] = await q
    .select({ total: sql<number>`count(*)::int` })
    .from(contentItem)
    .innerJoin(contentRevision, eq(contentRevision.id, contentItem.liveRevisionId))
    .where(publishedOf(agencyId, theme));
  return { items: rows.map(summaryOf), total: counted!.total };
}

/** What stands at an address: published, withdrawn (readable), removed, moved; null: nothing ever did. */
export async function publishedBySlug(
  q: Queryable,
  agencyId: string,
  slug: string,
): Promise<FoundArticle | null> {
  const [named] = await q
    .select({ item: contentItem })
    .from(contentSlug)
    .innerJoin(contentItem, eq(contentItem.id, contentSlug.itemId))
    .where(and(eq(contentSlug.agencyId, agencyId), eq(contentSlug.slug, slug)));
  if (!named) return null;
  const { item } = named;
  if (item.state === "removed") return { state: "removed" };
  if (item.state !== "published" && item.state !== "withdrawn") return null;
  if (item.slug !== slug) return { state: "moved", movedTo: item.slug! };
  const [row] = await live(q).where(eq(contentItem.id, item.id));
  const corrections = await q
    .select({ at: contentCorrection.decidedAt, note: contentCorrection.note })
    .from(contentCorrection)
    .where(and(eq(contentCorrection.itemId, item.id), eq(contentCorrection.accepted, true)))
    .orderBy(contentCorrection.decidedAt);
  return {
    ...summaryOf(row!),
    state: item.state,
    body: row!.text.body,
    credits: await creditsOf(q, [item.id]),
    corrections: corrections.map(({ at, note }) => ({ at: at!, note })),
    withdrawal: item.withdrawnAt ? { at: item.withdrawnAt, reason: item.withdrawnReason } : null,
  };
}

/** Published items that hold the query's words, best first. */
export async function searchPublished(
  q: Queryable,
  agencyId: string,
  query: string,
  limit: number,
): Promise<(PublishedSummary & { score: number })[]> {
  const hits = await searchTexts(q, { agencyId, kind: "content", query, limit });
  if (hits.length === 0) return [];
  const rows = await live(q).where(
    and(
      publishedOf(agencyId),
      inArray(
        contentItem.id,
        hits.map(({ objectId }) => objectId),
      ),
    ),
  );
  return hits.flatMap(({ objectId, score }) => {
    const row = rows.find(({ item }) => item.id === objectId);
    return row ? [{ ...summaryOf(row), score }] : [];
  });
}

const SITEMAP_PAGE = 10_000;

/** Addresses of published items, so many a page, oldest first so that a page stays as it is. */
export async function publishedForSitemap(
  q: Queryable,
  agencyId: string,
  page: number,
): Promise<{ slug: string; updatedAt: Date }[]> {
  const rows = await q
    .select({
      slug: contentItem.slug,
      liveSince: contentItem.liveSince,
      publishedAt: contentItem.publishedAt,
    })
    .from(contentItem)
    .where(and(eq(contentItem.agencyId, agencyId), eq(contentItem.state, "published")))
    .orderBy(contentItem.publishedAt, contentItem.id)
    .limit(SITEMAP_PAGE)
    .offset((page - 1) * SITEMAP_PAGE);
  return rows.map(({ slug, liveSince, publishedAt }) => ({
    slug: slug!,
    updatedAt: (liveSince ?? publishedAt)!,
  }));
}
