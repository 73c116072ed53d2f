import { and, desc, eq } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { collectImages } from "#platform/rich-text/render-rich-text.ts";
import { wholeText } from "./content-to-deliver.ts";
import { contentCorrection, contentItem, contentRevision } from "./tables.ts";

/** A text as it once was, as far as those who carried it somewhere need it to say what has changed. */
export interface FormerText {
  title: string;
  summary: string;
  /** What it said at length, plain, a blank line between paragraphs. */
  whole: string;
  /** Ids of what stood beside it. */
  media: string[];
}

/** By its revision; of one agency. */
export async function formerText(
  q: Queryable,
  { agencyId, revisionId }: { agencyId: string; revisionId: string },
): Promise<FormerText> {
  const [found] = await q
    .select({ text: contentRevision, kind: contentItem.kind })
    .from(contentRevision)
    .innerJoin(contentItem, eq(contentItem.id, contentRevision.itemId))
    .where(and(eq(contentRevision.agencyId, agencyId), eq(contentRevision.id, revisionId)));
  if (!found) return { title: "", summary: "", whole: "", media: [] };
  const { text, kind } = found;
  const { title, summary, imageId, media, body } = text;
  const beside = [
    ...(imageId ? [imageId] : []),
    ...media.map(({ mediaId }) => mediaId),
    ...collectImages(body).map(({ mediaId }) => mediaId),
  ];
  return { title, summary, whole: wholeText(kind, text), media: [...new Set(beside)] };
}

/** What readers are told of the correction that made this text the live one; empty: it was none. */
export async function correctionNote(q: Queryable, itemId: string, revisionId: string): Promise<string> {
  const [found] = await q
    .select({ note: contentCorrection.note })
    .from(contentCorrection)
    .where(
      and(
        eq(contentCorrection.itemId, itemId),
        eq(contentCorrection.revisionId, revisionId),
        eq(contentCorrection.accepted, true),
      ),
    )
    .orderBy(desc(contentCorrection.decidedAt))
    .limit(1);
  return found?.note ?? "";
}
