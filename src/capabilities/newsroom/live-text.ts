import { and, eq, inArray, or, sql } from "drizzle-orm";
import { themeLabel } from "#plan";
import type { Queryable } from "#platform/database/database.ts";
import type { RichText } from "#platform/rich-text/render-rich-text.ts";
import { kindOf } from "./kinds/index.ts";
import { creditLine, digitalSourceOf, pictureAiOf } from "./media-library/ai-mark/picture-ai.ts";
import { cropOf } from "./media-library/crops.ts";
import { focusOf } from "./media-library/media-queries.ts";
import type { MediaSort } from "./media-library/media-sort.ts";
import { pictureAddress, sourcesOf } from "./media-library/picture-address.ts";
import { shownText } from "./shown-text.ts";
import { contentItem, contentRevision, mediaAsset, publicMedia } from "./tables.ts";

export interface PublishedImage {
  id: string;
  alt: string;
  /** With the label of an AI's part in it. */
  credit: string | null;
  /** Word of schema.org for an AI's part in the picture itself; null: none. */
  digitalSource: string | null;
  width: number;
  height: number;
  path: string;
  /** Cut for lists: 3:2, its small square for narrow screens, and 16:9 in two widths as a srcset. */
  list: { path: string; squarePath: string };
  cover: { path: string; sources: string };
  /** All widths as a srcset; absent when there is only one. */
  sources: string | undefined;
  /** Cropped for link cards: an absolute path with its size in pixels. */
  card: { path: string; width: number; height: number };
}

export interface PublishedSummary {
  id: string;
  slug: string;
  kind: string;
  kindLabel: string;
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

/** What is told of a picture or a recording where the public sees it. */
export interface ShownMedia {
  sort: MediaSort;
  contentType: string;
  bytes: number;
  durationMs: number | null;
  credit: string | null;
  width: number;
  height: number;
  alt: string;
  hasPoster: boolean;
  hasCaptions: boolean;
  transcript: string | null;
}

/** The media that the public sees, by their ids; of these items. */
export async function shownMediaOf(q: Queryable, itemIds: string[]): Promise<Map<string, ShownMedia>> {
  if (itemIds.length === 0) return new Map();
  const { id, sort, contentType, bytes, durationMs, credit, width, height, alt, transcript } = mediaAsset;
  const { aiPart, aiTool, aiLabel } = mediaAsset;
  const hasPoster = sql<boolean>`${mediaAsset.posterId} is not null`;
  const hasCaptions = sql<boolean>`${mediaAsset.captions} is not null`;
  const rows = await q
    .selectDistinct({
      ...{ id, sort, contentType, bytes, durationMs },
      ...{ credit, width, height, alt, transcript, hasPoster, hasCaptions, aiPart, aiTool, aiLabel },
    })
    .from(publicMedia)
    .innerJoin(mediaAsset, eq(mediaAsset.id, publicMedia.mediaId))
    .where(inArray(publicMedia.itemId, itemIds));
  return new Map(
    rows.map(({ aiPart: part, aiTool: tool, aiLabel: label, ...row }) => [
      row.id,
      {
        ...row,
        credit: creditLine(row.credit, pictureAiOf({ aiPart: part, aiTool: tool, aiLabel: label })),
      },
    ]),
  );
}

/** What stands under title and summary, as the kind of the item states it. */
export const bodyOf = ({ item, text }: LiveRow, media: ReadonlyMap<string, ShownMedia>): RichText =>
  shownText({ kind: item.kind, ...text }, { sizeOf: (id) => media.get(id) });

/** A video or sound that a text shows. */
export interface PublishedRecording extends ShownMedia {
  path: string;
  /** The picture that stands before it plays. */
  posterPath: string | null;
  seconds: number;
}

/** What plays beside a text, in its order; its transcript also where the text itself is one. */
export const recordingsOf = (
  { item, text }: LiveRow,
  media: ReadonlyMap<string, ShownMedia>,
): PublishedRecording[] =>
  text.media.flatMap(({ mediaId, role }) => {
    const found = media.get(mediaId);
    if (!found || found.durationMs === null) return [];
    const saidIn = kindOf(item.kind)?.media.find((rule) => rule.role === role)?.recording?.saidIn;
    const transcript = (saidIn && text.own[saidIn]) || found.transcript;
    const path = pictureAddress(mediaId, null);
    const seconds = Math.max(1, Math.round(found.durationMs / 1000));
    return [
      { ...found, path, posterPath: found.hasPoster ? `${path}/poster.jpg` : null, seconds, transcript },
    ];
  });

type LiveRow = Awaited<ReturnType<typeof live>>[number];

function coverOf(media: typeof mediaAsset.$inferSelect): PublishedImage["cover"] {
  const path = pictureAddress(media.id, "cover", focusOf(media));
  const small = pictureAddress(media.id, "cover-small", focusOf(media));
  return { path, sources: `${small} ${cropOf("cover-small").width}w, ${path} ${cropOf("cover").width}w` };
}

export const summaryOf = ({ item, text, media }: LiveRow): PublishedSummary => ({
  id: item.id,
  slug: item.slug!,
  kind: item.kind,
  kindLabel: kindOf(item.kind)?.label ?? "Nội dung khác",
  title: text.title,
  summary: text.summary,
  publishedAt: item.publishedAt!,
  updatedAt: item.liveSince ?? item.publishedAt!,
  themeSlug: text.primaryTheme,
  themeLabel: text.primaryTheme && themeLabel(text.primaryTheme),
  image: media && {
    id: media.id,
    alt: text.imageAlt,
    credit: creditLine(media.credit, pictureAiOf(media)),
    digitalSource: digitalSourceOf(pictureAiOf(media)),
    width: media.width,
    height: media.height,
    path: pictureAddress(media.id, null),
    list: {
      path: pictureAddress(media.id, "news", focusOf(media)),
      squarePath: pictureAddress(media.id, "square-small", focusOf(media)),
    },
    cover: coverOf(media),
    sources: sourcesOf(media.id, media.width),
    card: {
      path: pictureAddress(media.id, "card", focusOf(media)),
      width: cropOf("card").width,
      height: cropOf("card").height,
    },
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
