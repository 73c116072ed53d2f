import { eq } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import { beginning } from "#platform/text/beginning.ts";
import type { Work } from "#platform/work/work.ts";
import { itemOf, linksOfItem, type PlanLinks } from "../content-queries.ts";
import { draftContent } from "../draft-content.ts";
import { kindOf } from "../kinds/index.ts";
import { linkContent } from "../link-content.ts";
import { contentPolicy } from "../policy.ts";
import { deliverable } from "../tables.ts";
import { deliverablePolicy } from "./policy.ts";
import { deliverableForUpdate, linksOfStory } from "./story-queries.ts";

const joined = (one: PlanLinks, other: PlanLinks): PlanLinks => ({
  taskIds: [...new Set([...one.taskIds, ...other.taskIds])],
  obligationIds: [...new Set([...one.obligationIds, ...other.obligationIds])],
  clauseIds: [...new Set([...one.clauseIds, ...other.clauseIds])],
});

/** Says which text is the deliverable's. */
export async function keepItem(
  work: Work,
  { id, itemId, act }: { id: string; itemId: string; act: string },
): Promise<void> {
  await work.tx.update(deliverable).set({ itemId, updatedAt: work.at }).where(eq(deliverable.id, id));
  await work.record({ act, objectKind: "deliverable", objectId: id, after: { itemId } });
}

/**
 * Begins the text of a deliverable: a draft of its unit that has the story's title and serves what of the plan the
 * story serves. One that was begun already is answered as it is. Gives the item's id.
 */
export async function startDeliverable(work: Work, { id }: { id: string }): Promise<string> {
  const { tx, actor } = work;
  const found = await deliverableForUpdate(tx, actor.agencyId, id);
  deliverablePolicy.permit(actor, "start", { ...found, itemState: null });
  if (found.itemId !== null && found.itemState !== "discarded") return found.itemId;
  const itemId = await draftContent(work, {
    kind: found.kind,
    unitId: found.unitId,
    fields: { title: beginning(found.story.title, kindOf(found.kind)?.fields.title.longest ?? 200) },
    ...(await linksOfStory(tx, found.storyId)),
  });
  await keepItem(work, { id, itemId, act: "start-deliverable" });
  return itemId;
}

/** Says that a text which is there already is what the deliverable asks for; it also serves what the story serves. */
export async function linkDeliverable(
  work: Work,
  { id, itemId }: { id: string; itemId: string },
): Promise<string> {
  const { tx, actor } = work;
  const found = await deliverableForUpdate(tx, actor.agencyId, id);
  deliverablePolicy.permit(actor, "link", found);
  const item = contentPolicy.permit(actor, "link", await itemOf(tx, actor, itemId, { lock: true }));
  if (item.kind !== found.kind)
    throw new Unacceptable(
      `Sản phẩm cần loại “${kindOf(found.kind)?.label}”, bài này là “${kindOf(item.kind)?.label}”.`,
      [{ field: "itemId", message: "Hãy chọn bài cùng loại, hoặc đổi loại của sản phẩm." }],
    );
  const taken = await tx.$count(deliverable, eq(deliverable.itemId, itemId));
  if (taken > 0)
    throw new Unacceptable("Bài này đã là sản phẩm của một đề tài.", [
      { field: "itemId", message: "Hãy chọn bài khác." },
    ]);
  const before = await linksOfItem(tx, itemId);
  const after = joined(before, await linksOfStory(tx, found.storyId));
  await linkContent(work, { id: itemId, ...after });
  await keepItem(work, { id, itemId, act: "link-deliverable" });
  return found.storyId;
}
