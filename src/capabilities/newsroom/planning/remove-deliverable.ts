import { eq } from "drizzle-orm";
import type { Work } from "#platform/work/work.ts";
import { deliverable, story } from "../tables.ts";
import { deliverablePolicy } from "./policy.ts";
import { deliverableForUpdate } from "./story-queries.ts";

/** Takes a deliverable off its story; a text that was begun for it stays, as a text of its own. Gives the story's id. */
export async function removeDeliverable(work: Work, { id }: { id: string }): Promise<string> {
  const { tx, actor, at } = work;
  const found = await deliverableForUpdate(tx, actor.agencyId, id);
  deliverablePolicy.permit(actor, "remove", found);
  await tx.delete(deliverable).where(eq(deliverable.id, id));
  await tx.update(story).set({ updatedAt: at }).where(eq(story.id, found.storyId));
  const { storyId, kind, channel, unitId, personId, dueAt, itemId } = found;
  await work.record({
    act: "remove-deliverable",
    objectKind: "deliverable",
    objectId: id,
    before: { storyId, kind, channel, unitId, personId, dueAt, itemId },
  });
  return storyId;
}
