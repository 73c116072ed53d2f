import { eq, sql } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { type AiUse, aiParts, joinedUse } from "../../ai-use/ai-use.ts";
import { contentRevision, infographicPicture, publicMedia } from "../../tables.ts";
import { digitalSourceOf, type PictureAi } from "./picture-ai.ts";
import { xmpOf } from "./xmp.ts";

/** A picture as its mark is asked for. */
interface Marked {
  id: string;
  agencyId: string;
  isPublic: boolean;
  /** What is said of the picture itself. */
  ai: PictureAi | null;
}

/** What is declared at the texts that show a picture: to the public at the live ones alone, else as they are written now. */
async function declaredFor(q: Queryable, { id, agencyId, isPublic }: Marked): Promise<AiUse | null> {
  const declared: (AiUse | null)[] = isPublic
    ? (
        await q
          .select({ aiUse: contentRevision.aiUse })
          .from(publicMedia)
          .innerJoin(contentRevision, eq(contentRevision.id, publicMedia.revisionId))
          .where(eq(publicMedia.mediaId, id))
      ).map(({ aiUse }) => aiUse)
    : (
        await q.execute<{ use: AiUse | null }>(sql`
          select r.ai_use as use from content_revision r join content_item i on i.current_revision_id = r.id
          where i.agency_id = ${agencyId} and i.state not in ('discarded', 'removed')
            and media_shown(r.image_id, r.body, r.media, r.own) @> array[${id}::text]`)
      ).rows.map(({ use }) => use);
  return declared.reduce<AiUse | null>(joinedUse, null);
}

async function isDrawn(q: Queryable, id: string): Promise<boolean> {
  const rows = await q
    .select({ id: infographicPicture.mediaId })
    .from(infographicPicture)
    .where(eq(infographicPicture.mediaId, id))
    .limit(1);
  return rows.length > 0;
}

/**
 * The XMP that goes with the files of a picture; null: there is nothing to say. What is said of the picture itself
 * stands above what its text declares of pictures; a text in which an AI did something else makes no picture an AI's,
 * so its label is a note there. A table drawn by the product says that it is one.
 */
export async function markOfPicture(q: Queryable, picture: Marked): Promise<string | null> {
  const { ai } = picture;
  const declared = await declaredFor(q, picture);
  const own = digitalSourceOf(ai);
  if (ai && own) return xmpOf({ source: own, tool: ai.tool, notes: [ai.label] });
  const part = aiParts.find(({ slug }) => slug === declared?.use);
  const ofPictures = ai === null && declared?.purposes.includes("picture");
  if (declared && part?.digitalSource && ofPictures)
    return xmpOf({ source: part.digitalSource, tool: declared.tool, notes: [declared.label] });
  return xmpOf({
    source: (await isDrawn(q, picture.id)) ? "DataDrivenMediaDigitalSource" : null,
    tool: "",
    notes: declared?.label ? [`Bài có ảnh này: ${declared.label}`] : [],
  });
}
