import { eq } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { storyPolicy } from "../planning/policy.ts";
import { storyOf } from "../planning/story-queries.ts";
import { story } from "../tables.ts";
import { campaignOf } from "./campaign-queries.ts";

/** Puts a story into a campaign or an event, into another one, or into none (null). */
export async function placeStory(
  work: Work,
  { id, campaignId }: { id: string; campaignId: string | null },
): Promise<void> {
  const { tx, actor, at } = work;
  const found = storyPolicy.permit(actor, "change", await storyOf(tx, actor.agencyId, id, { lock: true }));
  if (found.campaignId === campaignId) return;
  if (campaignId !== null) {
    const its = await campaignOf(tx, actor.agencyId, campaignId, { lock: true });
    if (its.endedAt !== null) throw new Conflict(`“${its.name}” đã kết thúc nên không nhận thêm đề tài.`);
  }
  await tx.update(story).set({ campaignId, updatedAt: at }).where(eq(story.id, id));
  await work.record({
    act: "place-story",
    objectKind: "story",
    objectId: id,
    before: { campaignId: found.campaignId },
    after: { campaignId },
  });
}
