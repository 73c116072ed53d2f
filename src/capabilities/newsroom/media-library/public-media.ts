import { and, eq, isNull } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { collectImages, type RichText } from "#platform/rich-text/render-rich-text.ts";
import type { Work } from "#platform/work/work.ts";
import { mediaAsset, publicMedia } from "../tables.ts";
import { type PictureAi, pictureAiOf } from "./ai-mark/picture-ai.ts";
import type { Focus } from "./crops.ts";
import { focusOf, mediaByIds } from "./media-queries.ts";
import type { MediaSort } from "./media-sort.ts";

/** The media that a text shows, the leading picture first, each once. */
export const picturesOf = ({ imageId, body, media }: Omit<LiveText, "id">): string[] => [
  ...new Set([
    ...(imageId ? [imageId] : []),
    ...collectImages(body).map(({ mediaId }) => mediaId),
    ...media.map(({ mediaId }) => mediaId),
  ]),
];

interface LiveText {
  id: string;
  imageId: string | null;
  body: RichText;
  media: { mediaId: string }[];
}

/** From now on the public sees the pictures of this text of the item, and no other through it; null: none at all. */
export async function showMedia(
  { tx, actor: { agencyId } }: Work,
  itemId: string,
  text: LiveText | null,
): Promise<void> {
  await tx.delete(publicMedia).where(eq(publicMedia.itemId, itemId));
  if (text === null) return;
  const known = await mediaByIds(tx, agencyId, picturesOf(text).filter(isId));
  if (known.size === 0) return;
  await tx
    .insert(publicMedia)
    .values([...known.keys()].map((mediaId) => ({ agencyId, mediaId, itemId, revisionId: text.id })));
}

/** An address in a text may name anything; only an id can name a picture. */
export const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** What is served under the addresses of one of the library. */
export interface ServedMedia {
  agencyId: string;
  sort: MediaSort;
  contentType: string;
  captions: string | null;
  posterId: string | null;
  focus: Focus | null;
  ai: PictureAi | null;
  /** The public may see it. */
  isPublic: boolean;
}

/** One of the library with whether the public may see it; null when there is none. */
export async function mediaForServing(q: Queryable, id: string): Promise<ServedMedia | null> {
  const [found] = await q
    .select({
      agencyId: mediaAsset.agencyId,
      sort: mediaAsset.sort,
      contentType: mediaAsset.contentType,
      captions: mediaAsset.captions,
      posterId: mediaAsset.posterId,
      focusX: mediaAsset.focusX,
      focusY: mediaAsset.focusY,
      aiPart: mediaAsset.aiPart,
      aiTool: mediaAsset.aiTool,
      aiLabel: mediaAsset.aiLabel,
      shown: publicMedia.itemId,
    })
    .from(mediaAsset)
    .leftJoin(publicMedia, and(eq(publicMedia.mediaId, mediaAsset.id)))
    .where(and(eq(mediaAsset.id, id), isNull(mediaAsset.goneAt)))
    .limit(1);
  if (!found) return null;
  const { shown, focusX, focusY, aiPart, aiTool, aiLabel, ...media } = found;
  return {
    ...media,
    focus: focusOf({ focusX, focusY }),
    ai: pictureAiOf({ aiPart, aiTool, aiLabel }),
    isPublic: shown !== null,
  };
}
