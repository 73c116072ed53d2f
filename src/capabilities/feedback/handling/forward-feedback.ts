import type { Work } from "#platform/work/work.ts";
import { heldFeedback, subjectOf } from "../feedback-queries.ts";
import { moveFeedback } from "../move-feedback.ts";
import { feedbackPolicy } from "../policy.ts";

/** Goes to another agency: its sender reads to whom, why, and how to follow it there. @throws Forbidden, Conflict */
export async function forwardFeedback(
  work: Work,
  { id, to, reason }: { id: string; to: string; reason: string },
): Promise<void> {
  const row = await heldFeedback(work.tx, work.actor.agencyId, id);
  feedbackPolicy.permit(work.actor, "forward", subjectOf(row));
  await moveFeedback(work, row, {
    step: "forward",
    act: "forward-feedback",
    set: { forwardedTo: to },
    note: `Chuyển đến ${to}. ${reason}`,
  });
}
