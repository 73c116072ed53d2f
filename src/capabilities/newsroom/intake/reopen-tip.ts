import { eq } from "drizzle-orm";
import type { Work } from "#platform/work/work.ts";
import { contentChanged } from "../content-changed.ts";
import { itemOf } from "../content-queries.ts";
import { discardDraft } from "../discard-draft.ts";
import { dropStory } from "../planning/drop-story.ts";
import { storyOf } from "../planning/story-queries.ts";
import { contentRevision, deliverable, tip } from "../tables.ts";
import { textsOfTip } from "./credit-tip.ts";
import { tipPolicy } from "./policy.ts";
import { type Tip, tipOf } from "./tip-queries.ts";

/** What was begun from the tip and nobody has worked on goes too; what somebody wrote in stays. */
async function takeBackWhatBegan(work: Work, { itemId, storyId, begun }: Tip): Promise<void> {
  const { tx, actor } = work;
  if (!begun) return;
  if (itemId !== null) {
    const item = await itemOf(tx, actor, itemId, { lock: true });
    const untouched = (await tx.$count(contentRevision, eq(contentRevision.itemId, itemId))) === 1;
    if (item.state === "draft" && untouched && !item.everSubmitted) await discardDraft(work, { id: itemId });
  }
  if (storyId !== null) {
    const found = await storyOf(tx, actor.agencyId, storyId, { lock: true });
    const empty = (await tx.$count(deliverable, eq(deliverable.storyId, storyId))) === 0;
    if (found.droppedAt === null && empty)
      await dropStory(work, { id: storyId, reason: "Tin làm nên đề tài được xem lại." });
  }
}

/** Takes back what was decided of a tip: it is in the editors' hands again. */
export async function reopenTip(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor, at } = work;
  const found = tipPolicy.permit(actor, "reopen", await tipOf(tx, actor, id, { lock: true }));
  await takeBackWhatBegan(work, found);
  const named = found.credited ? await textsOfTip(tx, found) : [];
  await tx
    .update(tip)
    .set({
      state: "taken",
      takenBy: found.takenBy ?? actor.personId,
      takenAt: found.takenAt ?? at,
      decidedBy: null,
      decidedAt: null,
      reason: null,
      itemId: null,
      storyId: null,
      practiceId: null,
      begun: false,
      mergedInto: null,
      isMerged: false,
      intoMerged: null,
      credited: false,
    })
    .where(eq(tip.id, id));
  const { state, itemId, storyId, practiceId, mergedInto, reason } = found;
  await work.record({
    act: "reopen-tip",
    objectKind: "tip",
    objectId: id,
    before: { state, itemId, storyId, practiceId, mergedInto, reason },
  });
  for (const textId of named) await contentChanged(work, textId);
}
