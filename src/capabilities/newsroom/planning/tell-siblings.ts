import { and, eq, inArray, ne, notInArray, or } from "drizzle-orm";
import { notify } from "#organization";
import type { Work } from "#platform/work/work.ts";
import { amongSeers } from "../readers/hidden.ts";
import { bulletinSource, contentItem, contentRevision, deliverable } from "../tables.ts";

/**
 * Tells those who make the other products of a text's story, and the bulletins made of it, that it was corrected: theirs
 * may still say what is no longer so.
 */
export async function tellSiblings(
  work: Work,
  { id, agencyId }: { id: string; agencyId: string },
  title: string,
): Promise<void> {
  const { tx, actor, at } = work;
  const stories = tx
    .select({ id: deliverable.storyId })
    .from(deliverable)
    .where(and(eq(deliverable.agencyId, agencyId), eq(deliverable.itemId, id)));
  const siblings = await tx
    .selectDistinct({ item: contentItem, title: contentRevision.title, makerId: deliverable.personId })
    .from(contentItem)
    .innerJoin(contentRevision, eq(contentRevision.id, contentItem.currentRevisionId))
    .leftJoin(deliverable, eq(deliverable.itemId, contentItem.id))
    .leftJoin(bulletinSource, eq(bulletinSource.itemId, contentItem.id))
    .where(
      and(
        eq(contentItem.agencyId, agencyId),
        ne(contentItem.id, id),
        notInArray(contentItem.state, ["discarded", "refused", "withdrawn", "removed"]),
        or(inArray(deliverable.storyId, stories), eq(bulletinSource.fromItemId, id)),
      ),
    );
  for (const sibling of siblings) {
    const makers = [sibling.item.createdBy, ...(sibling.makerId ? [sibling.makerId] : [])];
    await notify(work, {
      personIds: (await amongSeers(tx, sibling.item, makers)).filter(
        (personId) => personId !== actor.personId,
      ),
      cause: `content-sibling-corrected:${sibling.item.id}:${at.toISOString()}`,
      kind: "content",
      title: `Đã đính chính “${title}”; hãy xem “${sibling.title || "bài chưa có tiêu đề"}” có còn nói điều cũ không`,
      href: `/workspace/noi-dung/${sibling.item.id}`,
    });
  }
}
