import { Unacceptable } from "#platform/auth/policy.ts";
import { signal } from "#platform/signals/signals.ts";
import type { Work } from "#platform/work/work.ts";
import { countLinks, itemOf, linksOfItem, revisionOf } from "./content-queries.ts";
import { issuesToSubmit } from "./content-requirements.ts";
import { openPersonalData } from "./language/language-queries.ts";
import { moveContent } from "./move-content.ts";
import { contentPolicy } from "./policy.ts";
import { beginReview, endReview, tellTurn } from "./review/begin-review.ts";
import { contentSubmitted } from "./signals.ts";
import { rememberItem } from "./similarity/remember-texts.ts";
import { refuseStale } from "./stale-text.ts";

/**
 * Hands the text that the sender has before them to a second person. @throws Unacceptable with everything that is
 * missing; Conflict with the newer text when there is one
 */
export async function submitForReview(
  work: Work,
  { id, revisionId }: { id: string; revisionId: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const item = contentPolicy.permit(actor, "submit", await itemOf(tx, actor.agencyId, id, { lock: true }));
  const text = await revisionOf(tx, item.currentRevisionId);
  await refuseStale(work, text, revisionId, "Bài chưa được gửi duyệt; hãy xem bản ấy rồi gửi.");
  const issues = [
    ...issuesToSubmit({ kind: item.kind, ...text }, countLinks(await linksOfItem(tx, id))),
    ...(await openPersonalData(tx, item, text)),
  ];
  if (issues.length > 0)
    throw new Unacceptable("Chưa gửi duyệt được; hãy bổ sung các mục còn thiếu.", issues);
  await moveContent(work, item, "submit", { set: { submittedBy: actor.personId, submittedAt: at } });
  await rememberItem(tx, id);
  const step = await beginReview(work, item, text);
  await tellTurn(work, item, {
    title: text.title,
    step,
    cause: `content-submitted:${id}:${at.toISOString()}`,
  });
  await signal(work, contentSubmitted, { itemId: id, revisionId: text.id, agencyId: item.agencyId });
}

/** The writer takes a submitted text back to go on writing. */
export async function recallContent(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor } = work;
  const item = contentPolicy.permit(actor, "recall", await itemOf(tx, actor.agencyId, id, { lock: true }));
  await endReview(work, id, "recalled");
  await moveContent(work, item, "recall", { set: { submittedBy: null, submittedAt: null } });
}
