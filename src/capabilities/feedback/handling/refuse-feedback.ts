import { eq } from "drizzle-orm";
import type { Work } from "#platform/work/work.ts";
import { type RefusalReason, refusalReasons } from "../feedback.ts";
import { heldFeedback, picturesOf, subjectOf } from "../feedback-queries.ts";
import { feedbackRuleOf } from "../feedback-setting.ts";
import { moveFeedback } from "../move-feedback.ts";
import { feedbackPolicy } from "../policy.ts";
import { feedbackEvent, feedbackPicture } from "../tables.ts";

export interface Refusal {
  id: string;
  reason: RefusalReason;
  /** Why, and where to turn; its sender reads it. */
  words: string;
}

/**
 * Is not taken up: why, and where to turn. Of a complaint or a denunciation nothing that was said is kept: words,
 * pictures and what was told since are gone. Gives the keys of the files to be removed once this is committed.
 * @throws Forbidden, Conflict
 */
export async function refuseFeedback(work: Work, { id, reason, words }: Refusal): Promise<string[]> {
  const { tx, actor } = work;
  const row = await heldFeedback(tx, actor.agencyId, id);
  feedbackPolicy.permit(actor, "refuse", subjectOf(row));
  const forgets = reason === "complaint";
  const gone = forgets ? (await picturesOf(tx, row.agencyId, id)).map((picture) => picture.id) : [];
  if (forgets) {
    await tx.delete(feedbackPicture).where(eq(feedbackPicture.feedbackId, id));
    await tx
      .update(feedbackEvent)
      .set({ note: null, innerNote: null })
      .where(eq(feedbackEvent.feedbackId, id));
  }
  const { complaintPlace } = await feedbackRuleOf(tx, actor.agencyId);
  await moveFeedback(work, row, {
    step: "refuse",
    act: "refuse-feedback",
    set: {
      ...{
        refusal: reason,
        pausedFrom: null,
        pausedOn: null,
        answer: null,
        answerState: null,
        draftedBy: null,
      },
      ...(forgets && { words: null, place: null, answerBasis: null }),
    },
    note: `${refusalReasons[reason]}. ${words}${forgets ? ` ${complaintPlace}` : ""}`,
  });
  return gone;
}
