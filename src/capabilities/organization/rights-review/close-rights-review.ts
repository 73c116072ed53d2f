import { eq } from "drizzle-orm";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Work } from "#platform/work/work.ts";
import { rightsReview, rightsReviewLine } from "../tables.ts";
import { rightsReviewPolicy } from "./policy.ts";
import { reviewStateOf } from "./rights-review.ts";
import { givenSince, linesOf, reviewOf } from "./rights-review-queries.ts";

/**
 * Closes a review of which nothing is left open: what became of each right and what was given meanwhile is written
 * down with it, and nothing of it changes any more. Lines that nobody besides their holder can decide are left as they
 * are, with the reason why nobody can. @throws NotFound, Forbidden, Conflict, Unacceptable
 */
export async function closeRightsReview(
  work: Work,
  { id, conclusion, leftReason }: { id: string; conclusion: string; leftReason: string | null },
): Promise<void> {
  const { tx, actor, at } = work;
  await reviewOf(tx, actor, id);
  await tx.select({ id: rightsReview.id }).from(rightsReview).where(eq(rightsReview.id, id)).for("update");
  const review = await reviewOf(tx, actor, id);
  const lines = await linesOf(tx, review, at);
  const subject = { agencyId: actor.agencyId, state: reviewStateOf(review) };
  rightsReviewPolicy.permit(actor, "close", subject);
  const why = rightsReviewPolicy.hindrance(actor, "close", {
    ...subject,
    undecided: lines.filter(({ open }) => open).length,
  });
  if (why) throw new Conflict(why);
  const left = lines.filter((line) => line.left);
  if (left.length > 0 && !leftReason) {
    const message = "Hãy ghi vì sao không có người khác rà soát các quyền này.";
    throw new Unacceptable(message, [{ field: "leftReason", message }]);
  }
  for (const line of lines)
    if (line.left)
      await tx.update(rightsReviewLine).set({ leftReason }).where(eq(rightsReviewLine.id, line.id));
    else if (line.since !== null)
      await tx
        .update(rightsReviewLine)
        .set({ stateAtClose: line.since })
        .where(eq(rightsReviewLine.id, line.id));
  await tx
    .update(rightsReview)
    .set({
      closedBy: actor.personId,
      closedAt: at,
      conclusion,
      givenSince: await givenSince(tx, review, toVietnamDate(at).toString()),
    })
    .where(eq(rightsReview.id, id));
  await work.record({
    act: "close-rights-review",
    objectKind: "rights-review",
    objectId: id,
    after: {
      asOf: review.asOf,
      lines: lines.length,
      conclusion,
      ...(left.length > 0 && { left: left.length, leftReason }),
    },
  });
}
