import { and, eq, gte, inArray, sql } from "drizzle-orm";
import { portalBase } from "#organization";
import { themeLabel } from "#plan";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { pathOfFile, readFile } from "#platform/files/files.ts";
import { collectImages, richTextToPlainText } from "#platform/rich-text/render-rich-text.ts";
import { saidInField } from "./bulletins/bulletin-kind.ts";
import type { ContentState } from "./content-item.ts";
import { linksOfItems, type PlanLinks } from "./content-queries.ts";
import { kindOf } from "./kinds/index.ts";
import type { ChannelSlug } from "./kinds/kind.ts";
import { focusOf, mediaByIds } from "./media-library/media-queries.ts";
import { pictureAddress } from "./media-library/picture-address.ts";
import { isId } from "./media-library/public-media.ts";
import { mediaIssues } from "./media-library/rights.ts";
import { articleAddress } from "./publish-due-content.ts";
import { onlySeen } from "./readers/hidden.ts";
import { shownText } from "./shown-text.ts";
import { contentItem, contentRevision, mediaAsset } from "./tables.ts";

/** What stands beside a text, in its order. */
export interface DeliverableMedia {
  id: string;
  sort: "picture" | "video" | "audio";
  alt: string;
  contentType: string;
  bytes: number;
  width: number;
  height: number;
  seconds: number;
  /** Under the portal's address. */
  path: string;
  /** The same picture as WebP, at most 1080 pixels wide. */
  narrow: string;
  /** Cut upright for link cards and stories, as JPEG; pictures only. */
  cuts: { square: string; story: string; card: string } | null;
}

/** A text as those who carry it to other channels need it: what is live, else what stands now. */
export interface ContentToDeliver {
  id: string;
  agencyId: string;
  unitId: string;
  kind: string;
  kindLabel: string;
  /** Where texts of its kind are meant to appear. */
  channels: readonly ChannelSlug[];
  state: ContentState;
  title: string;
  summary: string;
  themes: string[];
  /** Word for word what its recording says; null: it is not written to be heard. */
  said: string | null;
  revisionId: string;
  hash: string;
  createdBy: string;
  approvedBy: string | null;
  publishedAt: Date | null;
  /** Nobody may publish it before; null: nothing holds it. */
  embargoUntil: Date | null;
  /** What it says at length, plain, a blank line between paragraphs. */
  whole: string;
  /** Its page on our portal, beginning with a slash; null: it was never public. */
  path: string | null;
  media: DeliverableMedia[];
}

const saidOf = (slug: string, own: Record<string, string>): string | null => {
  const kind = kindOf(slug);
  const said = kind && saidInField(kind);
  return (said && own[said.field]) || null;
};

/** A revision at length, plain, a blank line between paragraphs. */
export const wholeText = (kind: string, text: typeof contentRevision.$inferSelect): string =>
  richTextToPlainText(shownText({ kind, ...text })).replaceAll("\n", "\n\n");

/** By id; with an actor only what that person sees. What is not the agency's is left out. */
export async function contentToDeliver(
  q: Queryable,
  seenBy: Actor | { agencyId: string },
  itemIds: string[],
): Promise<Map<string, ContentToDeliver>> {
  if (itemIds.length === 0) return new Map();
  const { agencyId } = seenBy;
  const rows = await q
    .select({ item: contentItem, text: contentRevision })
    .from(contentItem)
    .innerJoin(
      contentRevision,
      eq(contentRevision.id, sql`coalesce(${contentItem.liveRevisionId}, ${contentItem.currentRevisionId})`),
    )
    .where(
      and(
        eq(contentItem.agencyId, agencyId),
        inArray(contentItem.id, [...new Set(itemIds)]),
        "personId" in seenBy ? await onlySeen(q, seenBy) : undefined,
      ),
    );
  const base = await portalBase(q, agencyId);
  const placed = new Map(
    rows.map(({ item, text }) => [
      item.id,
      [
        ...(text.imageId ? [{ id: text.imageId, alt: text.imageAlt }] : []),
        ...text.media.map(({ mediaId, alt }) => ({ id: mediaId, alt })),
        ...collectImages(text.body).map(({ mediaId, alt }) => ({ id: mediaId, alt })),
      ],
    ]),
  );
  const named = [...placed.values()].flat().map(({ id }) => id);
  const library = await mediaByIds(q, agencyId, named.filter(isId));
  return new Map(
    rows.map(({ item, text }) => [
      item.id,
      {
        id: item.id,
        agencyId,
        unitId: item.unitId,
        kind: item.kind,
        kindLabel: kindOf(item.kind)?.label ?? "Nội dung khác",
        channels: kindOf(item.kind)?.channels ?? [],
        state: item.state,
        title: text.title,
        summary: text.summary,
        themes: [text.primaryTheme, ...text.themes].flatMap((slug) => (slug ? [themeLabel(slug)] : [])),
        said: saidOf(item.kind, text.own),
        revisionId: text.id,
        hash: text.hash,
        createdBy: item.createdBy,
        approvedBy: item.approvedBy,
        publishedAt: item.publishedAt,
        embargoUntil: item.embargoUntil,
        whole: wholeText(item.kind, text),
        path: item.slug && articleAddress(base, item.slug),
        media: [...new Map(placed.get(item.id)!.map((one) => [one.id, one])).values()].flatMap(
          ({ id, alt }) => {
            const found = library.get(id);
            if (!found || found.sort === "document") return [];
            const { sort, contentType, bytes, width, height, durationMs } = found;
            const cut = (slug: "square" | "story" | "card") => pictureAddress(id, slug, focusOf(found));
            return [
              {
                ...{ id, sort, contentType, bytes, width, height },
                alt: alt || found.alt,
                seconds: Math.round((durationMs ?? 0) / 1000),
                path: pictureAddress(id, null),
                narrow: pictureAddress(id, 1080),
                cuts:
                  sort === "picture"
                    ? { square: cut("square"), story: cut("story"), card: cut("card") }
                    : null,
              },
            ];
          },
        ),
      },
    ]),
  );
}

/** Texts whose live words changed since, of every agency, the oldest first. */
export const publishedSince = (q: Queryable, since: Date): Promise<{ itemId: string; agencyId: string }[]> =>
  q
    .select({ itemId: contentItem.id, agencyId: contentItem.agencyId })
    .from(contentItem)
    .where(and(eq(contentItem.state, "published"), gte(contentItem.liveSince, since)))
    .orderBy(contentItem.liveSince, contentItem.id);

/** What of the plan texts serve: their placements prove the same. */
export const planLinksOfContents = (q: Queryable, itemIds: string[]): Promise<Map<string, PlanLinks>> =>
  linksOfItems(q, [...new Set(itemIds)]);

/** Pictures and documents of the library that may be sent along, with what keeps each from it. */
export async function mediaToAttach(q: Queryable, agencyId: string, ids: string[]) {
  const found = await mediaByIds(q, agencyId, ids.filter(isId));
  return new Map(
    [...found.values()].map((media) => {
      const { id, sort, fileName, contentType, bytes, alt, credit, width, height } = media;
      return [
        id,
        {
          id,
          sort,
          fileName,
          contentType,
          bytes,
          alt,
          credit,
          width,
          height,
          issues: mediaIssues(media).map(({ message }) => message),
        },
      ];
    }),
  );
}

/** The bytes of a picture of the library, and where a recording lies, for whoever sends them on. */
export const mediaBytes = (mediaId: string): Promise<Uint8Array | null> => readFile(mediaId);
/** The captions of a video of the library, as WebVTT; null: it has none. */
export async function mediaCaptions(q: Queryable, mediaId: string): Promise<string | null> {
  const [found] = await q
    .select({ captions: mediaAsset.captions })
    .from(mediaAsset)
    .where(eq(mediaAsset.id, mediaId));
  return found?.captions ?? null;
}

export const mediaPath = (mediaId: string): string => pathOfFile(mediaId);
