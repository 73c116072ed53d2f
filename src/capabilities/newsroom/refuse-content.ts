import { notify } from "#organization";
import { Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { refuseAlone } from "./bundles/bundle-queries.ts";
import { type ContentItem, type ContentRevision, itemOf, revisionOf } from "./content-queries.ts";
import { moveContent } from "./move-content.ts";
import { contentPolicy } from "./policy.ts";
import { endReview } from "./review/begin-review.ts";
import { type Decision, decideStep, wasDecided } from "./review/decide-step.ts";
import type { Turn } from "./review/review.ts";
import { withStanding } from "./review/review-queries.ts";

/** Decides that a text is not to come out: its way ends here, whatever steps were still ahead. @throws Unacceptable */
export async function refuseContent(
  work: Work,
  { id, reason, ...decision }: { id: string; reason: string } & Decision,
): Promise<void> {
  const { tx, actor, at } = work;
  if (reason.trim() === "") {
    throw new Unacceptable("Hãy ghi vì sao không duyệt để người soạn biết.", [
      { field: "reason", message: "Hãy ghi lý do." },
    ]);
  }
  const found = await itemOf(tx, actor, id, { lock: true });
  if (await wasDecided(work, decision.decisionId, found.currentRevisionId)) return;
  const item = contentPolicy.permit(actor, "refuse", await withStanding(tx, actor, found, at));
  const text = await revisionOf(tx, item.currentRevisionId);
  await refuseAlone(tx, item);
  await turnDown(work, item, text, { ...decision, reason });
  await notify(work, {
    personIds: [...new Set([item.createdBy, ...item.authorIds])],
    cause: `content-refused:${id}:${at.toISOString()}`,
    kind: "content",
    title: `Không duyệt: ${text.title}`,
    href: `/workspace/noi-dung/${id}`,
  });
}

/** Ends the way of a text that the caller has locked and checked. */
export async function turnDown(
  work: Work,
  item: ContentItem & { turn: Turn | null },
  text: ContentRevision,
  { reason, manner = null, ...decision }: Decision & { reason: string; manner?: string | null },
): Promise<void> {
  const { note } = await decideStep(work, item, text, { ...decision, outcome: "refused", reason });
  await endReview(work, item.id, "refused");
  await moveContent(work, item, "refuse", { reason, note: [note, manner].filter(Boolean).join(" · ") });
}
