import { and, desc, eq, sql } from "drizzle-orm";
import type { NamedDocument } from "#documents";
import type { Queryable } from "#platform/database/database.ts";
import type { RichText } from "#platform/rich-text/render-rich-text.ts";
import { aiDisclosure } from "./ai-use/ai-use.ts";
import { documentsOfItem } from "./explained/explained-queries.ts";
import { creditedUnits } from "./intake/tip-queries.ts";
import {
  bodyOf,
  live,
  type PublishedRecording,
  type PublishedSummary,
  publishedOf,
  recordingsOf,
  type ShownMedia,
  shownMediaOf,
  summaryOf,
} from "./live-text.ts";
import { isId } from "./media-library/public-media.ts";
import type { OwnValues } from "./own-values.ts";
import { creditOfItem } from "./pool/reuse-queries.ts";
import { contentCorrection, contentDocument, contentItem, contentRevision, contentSlug } from "./tables.ts";

export type { PublishedImage, PublishedRecording, PublishedSummary } from "./live-text.ts";
export {
  type FeedEntry,
  type FeedScope,
  monthForFeed,
  monthsForFeed,
  newestForFeed,
  newestForNewsSitemap,
  withdrawnForFeed,
} from "./published-feed.ts";

export interface PublishedArticle extends PublishedSummary {
  state: "published" | "withdrawn";
  /** With the media and fields that its kind puts around it. */
  body: RichText;
  /** What the body shows, by their ids. */
  media: Map<string, ShownMedia>;
  /** What plays beside it. */
  recordings: PublishedRecording[];
  /** Values of the fields of its kind. */
  own: OwnValues;
  /** What is told of an AI's part; null: nothing. */
  ai: ReturnType<typeof aiDisclosure>;
  /** Units whose tips it came of, where they are to be named. */
  tipsOf: string[];
  /** The item of another agency that it was made of. */
  source: { agencyName: string; title: string; address: string } | null;
  /** Documents of the register that it explains. */
  explains: NamedDocument[];
  corrections: { at: Date; note: string }[];
  withdrawal: { at: Date; reason: string | null } | null;
}

export { documentTag } from "#documents";
export { itemsExplaining } from "./explained/explained-queries.ts";

export type FoundArticle = PublishedArticle | { state: "removed" } | { state: "moved"; movedTo: string };

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

/** Slugs of the themes on which at least one published item stands. */
export async function themesWithPublished(q: Queryable, agencyId: string): Promise<string[]> {
  const rows = await q
    .selectDistinct({
      slug: sql<string>`unnest(array_append(${contentRevision.themes}, ${contentRevision.primaryTheme}))`,
    })
    .from(contentItem)
    .innerJoin(contentRevision, eq(contentRevision.id, contentItem.liveRevisionId))
    .where(publishedOf(agencyId));
  return rows.flatMap(({ slug }) => slug ?? []);
}

/** What stands at an address: published, withdrawn (readable), removed, moved; null: nothing ever did. */
export async function publishedBySlug(
  q: Queryable,
  agencyId: string,
  slug: string,
): Promise<FoundArticle | null> {
  // Codes in pictures name a text by its id: they are printed before it has an address.
  const [named] = isId(slug)
    ? await q
        .select({ item: contentItem })
        .from(contentItem)
        .where(and(eq(contentItem.agencyId, agencyId), eq(contentItem.id, slug)))
    : await q
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
  const media = await shownMediaOf(q, [item.id]);
  const corrections = await q
    .select({ at: contentCorrection.decidedAt, note: contentCorrection.note })
    .from(contentCorrection)
    .where(and(eq(contentCorrection.itemId, item.id), eq(contentCorrection.accepted, true)))
    .orderBy(contentCorrection.decidedAt);
  return {
    ...summaryOf(row!),
    state: item.state,
    body: bodyOf(row!, media),
    media,
    recordings: recordingsOf(row!, media),
    own: row!.text.own,
    ai: aiDisclosure(row!.text.aiUse),
    tipsOf: await creditedUnits(q, agencyId, item.id),
    source: await creditOfItem(q, item.id),
    explains: await documentsOfItem(q, { agencyId, itemId: item.id }),
    corrections: corrections.map(({ at, note }) => ({ at: at!, note })),
    withdrawal: item.withdrawnAt ? { at: item.withdrawnAt, reason: item.withdrawnReason } : null,
  };
}

const SITEMAP_PAGE = 10_000;

/** Addresses of published items, so many a page, oldest first so that a page stays as it is. */
export async function publishedForSitemap(
  q: Queryable,
  agencyId: string,
  page: number,
): Promise<{ slug: string; updatedAt: Date; explains: boolean }[]> {
  const rows = await q
    .select({
      slug: contentItem.slug,
      liveSince: contentItem.liveSince,
      publishedAt: contentItem.publishedAt,
      explains: sql<boolean>`exists (select 1 from ${contentDocument} where ${contentDocument.itemId} = ${contentItem.id})`,
    })
    .from(contentItem)
    .where(and(eq(contentItem.agencyId, agencyId), eq(contentItem.state, "published")))
    .orderBy(contentItem.publishedAt, contentItem.id)
    .limit(SITEMAP_PAGE)
    .offset((page - 1) * SITEMAP_PAGE);
  return rows.map(({ slug, liveSince, publishedAt, explains }) => ({
    ...{ slug: slug!, explains },
    updatedAt: (liveSince ?? publishedAt)!,
  }));
}
