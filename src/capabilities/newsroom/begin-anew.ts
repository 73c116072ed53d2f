import { eq } from "drizzle-orm";
import type { Work } from "#platform/work/work.ts";
import { itemOf, linksOfItem, revisionOf } from "./content-queries.ts";
import { draftContent } from "./draft-content.ts";
import { addEvent } from "./move-content.ts";
import { contentPolicy } from "./policy.ts";
import { inheritReaders } from "./readers/limit-readers.ts";
import { contentItem, deliverable } from "./tables.ts";

/**
 * Begins a new text from one that was refused, with its words and links; the deliverable that it was written for is
 * now that of the new one. Sent again it is the same new text. Gives its id.
 */
export async function beginAnew(work: Work, { id, newId }: { id: string; newId: string }): Promise<string> {
  const { tx, actor, at } = work;
  const item = contentPolicy.permit(actor, "beginAnew", await itemOf(tx, actor, id, { lock: true }));
  const [made] = await tx
    .select({ begunFrom: contentItem.begunFrom, createdBy: contentItem.createdBy })
    .from(contentItem)
    .where(eq(contentItem.id, newId));
  if (made?.begunFrom === id && made.createdBy === actor.personId) return newId;
  const { imageId, ...text } = await revisionOf(tx, item.currentRevisionId);
  const { title, summary, body, primaryTheme, themes, imageAlt, own, media, aiUse } = text;
  await draftContent(work, {
    id: newId,
    kind: item.kind,
    unitId: item.unitId,
    fields: { title, summary, body, primaryTheme, themes, imageId, imageAlt, own, media, aiUse },
    ...(await linksOfItem(tx, id)),
  });
  await tx.update(contentItem).set({ begunFrom: id }).where(eq(contentItem.id, newId));
  await tx.update(deliverable).set({ itemId: newId, updatedAt: at }).where(eq(deliverable.itemId, id));
  await inheritReaders(work, id, newId);
  await addEvent(work, item, "begin-anew");
  await work.record({
    act: "begin-anew",
    objectKind: "content",
    objectId: newId,
    after: { begunFrom: title },
  });
  return newId;
}
