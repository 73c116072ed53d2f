import type { Work } from "#platform/work/work.ts";
import { heldFeedback, subjectOf } from "../feedback-queries.ts";
import { moveFeedback } from "../move-feedback.ts";
import { feedbackPolicy } from "../policy.ts";

/** The unit begins to look into it. @throws Forbidden, Conflict */
export async function takeFeedback(work: Work, { id }: { id: string }): Promise<void> {
  const row = await heldFeedback(work.tx, work.actor.agencyId, id);
  feedbackPolicy.permit(work.actor, "take", subjectOf(row));
  await moveFeedback(work, row, { step: "take", act: "take-feedback" });
}
