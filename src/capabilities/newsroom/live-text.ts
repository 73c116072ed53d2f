import { and, eq, inArray, or, sql } from "drizzle-orm";
import { themeLabel } from "#plan";
import type { Queryable } from "#platform/database/database.ts";
import { CARD, pictureAddress, sourcesOf } from "./media-library/picture-address.ts";
import { contentItem, contentRevision, mediaAsset, publicMedia } from "./tables.ts";

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
