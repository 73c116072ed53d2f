import type { Queryable } from "#platform/database/database.ts";
import { markOfPicture } from "../media-library/ai-mark/mark-of-picture.ts";
import { outlinesWithMark } from "../media-library/ai-mark/write-mark.ts";
import { mediaForServing } from "../media-library/public-media.ts";
import { outlinesOf } from "./infographic-queries.ts";
import type { Shape } from "./template.ts";

/** The outlines of one of a table's pictures with how it came about, as its pixels carry it. @throws NotFound */
export async function markedOutlines(
  q: Queryable,
  agencyId: string,
  asked: { id: string; shape: Shape },
): Promise<{ svg: string }> {
  const { svg, mediaId } = await outlinesOf(q, agencyId, asked);
  const picture = await mediaForServing(q, mediaId);
  return { svg: outlinesWithMark(svg, picture && (await markOfPicture(q, { id: mediaId, ...picture }))) };
}
