import { eq } from "drizzle-orm";
import type { Work } from "#platform/work/work.ts";
import { rightsReview } from "../tables.ts";
import { rightsReviewPolicy } from "./policy.ts";
import { reviewStateOf } from "./rights-review.ts";
import { linesOf, reviewOf } from "./rights-review-queries.ts";

/** Cancels a review that was opened by mistake, while nothing of it is decided; it stays listed with the reason. */
export async function cancelRightsReview(
  work: Work,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  const { tx, actor, at } = work;
  await reviewOf(tx, actor, id);
  await tx.select({ id: rightsReview.id }).from(rightsReview).where(eq(rightsReview.id, id)).for("update");
  const review = await reviewOf(tx, actor, id);
  const lines = await linesOf(tx, review, at);
  rightsReviewPolicy.permit(actor, "cancel", {
    agencyId: actor.agencyId,
    state: reviewStateOf(review),
    begun: lines.some(({ outcome, proposedBy }) => outcome !== null || proposedBy !== null),
  });
  await tx
    .update(rightsReview)
    .set({ cancelledBy: actor.personId, cancelledAt: at, cancelReason: reason })
    .where(eq(rightsReview.id, id));
  await work.record({
    act: "cancel-rights-review",
    objectKind: "rights-review",
    objectId: id,
    before: { basis: review.basis, asOf: review.asOf, dueOn: review.dueOn },
    reason,
  });
}
