import { and, eq, inArray, isNull } from "drizzle-orm";
import { notify } from "#organization";
import { NotFound, Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { type ContentItem, itemOf, revisionOf } from "./content-queries.ts";
import { moveContent } from "./move-content.ts";
import { contentPolicy } from "./policy.ts";
import { endReview } from "./review/begin-review.ts";
import { type Decision, decideStep, wasDecided } from "./review/decide-step.ts";
import { withStanding } from "./review/review-queries.ts";
import { contentComment, reviewDecisionComment } from "./tables.ts";

/** Sends a text back to its writer with what is to be changed, and the comments that say where. @throws Unacceptable, NotFound */
export async function returnContent(
  work: Work,
  {
    id,
    reason,
    commentIds = [],
    ...decision
  }: { id: string; reason: string; commentIds?: string[] } & Decision,
): Promise<void> {
  const { tx, actor, at } = work;
  if (reason.trim() === "") {
    throw new Unacceptable("Hãy ghi điều cần sửa để người soạn biết.", [
      { field: "reason", message: "Hãy ghi điều cần sửa." },
    ]);
  }
  const found = await itemOf(tx, actor.agencyId, id, { lock: true });
  if (await wasDecided(work, decision.decisionId, found.currentRevisionId)) return;
  const item = contentPolicy.permit(actor, "return", await withStanding(tx, actor, found, at));
  const text = await revisionOf(tx, item.currentRevisionId);
  const { note, decisionId } = await decideStep(work, item, text, {
    outcome: "returned",
    reason,
    ...decision,
  });
  await pointAt(work, item, decisionId, [...new Set(commentIds)]);
  await endReview(work, id, "returned");
  await moveContent(work, item, "return", { reason, note });
  await notify(work, {
    personIds: [item.createdBy],
    cause: `content-returned:${id}:${at.toISOString()}`,
    kind: "content",
    title: `Cần sửa: ${text.title}`,
    href: `/workspace/noi-dung/${id}`,
  });
}

async function pointAt(
  { tx }: Work,
  { id, agencyId }: ContentItem,
  decisionId: string,
  commentIds: string[],
): Promise<void> {
  if (commentIds.length === 0) return;
  const own = await tx
    .select({ commentId: contentComment.id })
    .from(contentComment)
    .where(
      and(
        eq(contentComment.itemId, id),
        isNull(contentComment.parentId),
        inArray(contentComment.id, commentIds),
      ),
    );
  if (own.length < commentIds.length)
    throw new NotFound("Có nhận xét không thuộc bài này; hãy tải lại trang.");
  await tx
    .insert(reviewDecisionComment)
    .values(own.map(({ commentId }) => ({ agencyId, decisionId, commentId })));
}
