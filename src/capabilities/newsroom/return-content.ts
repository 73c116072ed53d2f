import { and, eq, inArray, isNull } from "drizzle-orm";
import { notify } from "#organization";
import { NotFound, Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { refuseAlone } from "./bundles/bundle-queries.ts";
import { type ContentItem, type ContentRevision, itemOf, revisionOf } from "./content-queries.ts";
import { exactText, moveContent } from "./move-content.ts";
import { contentPolicy } from "./policy.ts";
import { endReview } from "./review/begin-review.ts";
import { type Decision, decideStep, wasDecided } from "./review/decide-step.ts";
import type { Turn } from "./review/review.ts";
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
  const found = await itemOf(tx, actor, id, { lock: true });
  if (await wasDecided(work, decision.decisionId, found.currentRevisionId)) return;
  const item = contentPolicy.permit(actor, "return", await withStanding(tx, actor, found, at));
  const text = await revisionOf(tx, item.currentRevisionId);
  await refuseAlone(tx, item);
  await sendBack(work, item, text, { ...decision, reason, commentIds });
  await notify(work, {
    personIds: [item.createdBy],
    cause: `content-returned:${id}:${at.toISOString()}`,
    kind: "content",
    title: `Cần sửa: ${text.title}`,
    href: `/workspace/noi-dung/${id}`,
  });
}

/**
 * Sends back a text that the caller has locked and checked. `decides`: false where it is not the actor who decides on
 * it, and it only goes back with those on which they do.
 */
export async function sendBack(
  work: Work,
  item: ContentItem & { turn: Turn | null },
  text: ContentRevision,
  {
    reason,
    commentIds,
    manner = null,
    decides = true,
    ...decision
  }: Decision & { reason: string; commentIds: string[]; manner?: string | null; decides?: boolean },
): Promise<void> {
  const notes: (string | null)[] = [exactText(text), manner];
  if (decides) {
    const { note, decisionId } = await decideStep(work, item, text, {
      outcome: "returned",
      reason,
      ...decision,
    });
    notes.splice(1, 0, note);
    await pointAt(work, item, decisionId, [...new Set(commentIds)]);
  }
  await endReview(work, item.id, "returned");
  await moveContent(work, item, "return", { reason, note: notes.filter(Boolean).join(" · ") });
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
