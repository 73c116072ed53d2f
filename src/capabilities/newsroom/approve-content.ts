import { notify } from "#organization";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { refuseAlone } from "./bundles/bundle-queries.ts";
import { type ContentItem, type ContentRevision, itemOf, revisionOf } from "./content-queries.ts";
import { addEvent, exactText, moveContent } from "./move-content.ts";
import { contentPolicy } from "./policy.ts";
import { endReview, tellTurn } from "./review/begin-review.ts";
import { type Decision, decideStep, wasDecided } from "./review/decide-step.ts";
import type { Step, Turn } from "./review/review.ts";
import { withStanding } from "./review/review-queries.ts";

/** Names the exact text that the approver had before them. */
export interface ReviewedText {
  id: string;
  revisionId: string;
  hash: string;
}

/**
 * A second person agrees to one exact revision, at the step where it stands; the last step approves it. A text changed
 * meanwhile is not approved; the same decision sent again is one.
 */
export async function approveContent(
  work: Work,
  {
    id,
    revisionId,
    hash,
    among,
    ...decision
  }: ReviewedText &
    Decision & {
      /** Approved with others at once, and whether the text had been opened. */
      among?: { seen: boolean };
    },
): Promise<void> {
  const { tx, actor, at } = work;
  const found = await itemOf(tx, actor, id, { lock: true });
  if (await wasDecided(work, decision.decisionId, revisionId)) return;
  const item = contentPolicy.permit(actor, "approve", await withStanding(tx, actor, found, at));
  const text = await revisionOf(tx, item.currentRevisionId);
  if (text.id !== revisionId || text.hash !== hash) {
    throw new Conflict("Nội dung đã được sửa sau khi bạn mở; hãy xem lại bản mới rồi duyệt.", {
      revisionId: text.id,
    });
  }
  await refuseAlone(tx, item);
  const manner = among && `Duyệt nhiều bài một lượt, ${among.seen ? "đã" : "chưa"} mở xem bản này`;
  const { next } = await agreeTo(work, item, text, decision, manner ?? null);
  if (next) {
    await tellTurn(work, item, {
      title: text.title,
      step: next,
      cause: `content-turn:${id}:${item.turn!.runId}:${next.position}`,
      decidedBy: item.turn!.samePerson ? [] : item.turn!.decidedBy,
    });
    return;
  }
  await notify(work, {
    personIds: [item.createdBy],
    cause: `content-approved:${id}:${at.toISOString()}`,
    kind: "content",
    title: `Đã duyệt: ${text.title}`,
    href: `/workspace/noi-dung/${id}`,
  });
}

/**
 * Writes down that the actor agrees to a text which the caller has locked and checked: its step is decided, or with the
 * last one it is approved. `next`: the step that waits now. @throws Conflict, Unacceptable
 */
export async function agreeTo(
  work: Work,
  item: ContentItem & { turn: Turn | null },
  text: ContentRevision,
  decision: Decision,
  manner: string | null,
): Promise<{ next: (Step & { position: number }) | null }> {
  const { actor, at } = work;
  const { next, note: step } = await decideStep(work, item, text, { outcome: "approved", ...decision });
  const note = [exactText(text), step, manner].filter(Boolean).join(" · ");
  if (next) {
    await addEvent(work, item, "approve-step", { note });
    await work.record({
      act: "approve-step",
      objectKind: "content",
      objectId: item.id,
      after: {
        revisionId: text.id,
        hash: text.hash,
        step: item.turn!.name,
        personId: actor.personId,
        inTheNameOf: note,
      },
    });
    return { next };
  }
  await endReview(work, item.id, "approved");
  await moveContent(work, item, "approve", {
    set: { approvedRevisionId: text.id, approvedBy: actor.personId, approvedAt: at },
    note,
  });
  return { next: null };
}
