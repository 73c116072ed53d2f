import { eq } from "drizzle-orm";
import { uuidv7 } from "#platform/database/id.ts";
import { paragraphsOf } from "#platform/rich-text/paragraphs.ts";
import type { Work } from "#platform/work/work.ts";
import { commentOnContent } from "./comments/comment-on-content.ts";
import type { ContentOrigin } from "./content-origin.ts";
import { draftContent } from "./draft-content.ts";
import { contentItem, contentOrigin } from "./tables.ts";

/**
 * Begins a draft of what another capability knows, in the caller's name and transaction; a way back leads to where it
 * comes from, a remark tells its writers about it. It goes the way of every text from there. Gives its id. @throws Forbidden, Unacceptable
 */
export async function draftFromElsewhere(
  work: Work,
  {
    kind,
    unitId,
    title,
    summary,
    lines,
    origin,
    from,
    obligationIds = [],
    imageId = null,
  }: {
    kind: string;
    unitId: string;
    title: string;
    summary: string;
    /** Each a paragraph; those that begin with "## " a heading. */
    lines: string[];
    /** What its writers should know of it. */
    origin: string;
    /** The way back to what it was made of. */
    from: ContentOrigin;
    obligationIds?: string[];
    /** A picture of the library that leads the text. */
    imageId?: string | null;
  },
): Promise<string> {
  const fields = { title, summary, body: paragraphsOf(lines), ...(imageId && { imageId }) };
  const id = await draftContent(work, { kind, unitId, fields, obligationIds });
  const [item] = await work.tx
    .select({ revisionId: contentItem.currentRevisionId })
    .from(contentItem)
    .where(eq(contentItem.id, id));
  await commentOnContent(work, {
    ...{ id, commentId: uuidv7(), revisionId: item!.revisionId, parentId: null, body: origin },
    ...{ quote: "", lead: "", tail: "" },
  });
  await work.tx.insert(contentOrigin).values({ itemId: id, agencyId: work.actor.agencyId, ...from });
  return id;
}
