import { eq } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import { signal } from "#platform/signals/signals.ts";
import type { Work } from "#platform/work/work.ts";
import { type ContentItem, countLinks, itemOf, linksOfItem, revisionOf } from "./content-queries.ts";
import { issuesToSubmit } from "./content-requirements.ts";
import { openPersonalData } from "./language/language-queries.ts";
import { moveContent } from "./move-content.ts";
import { contentPolicy } from "./policy.ts";
import { beginReview, endReview, tellTurn } from "./review/begin-review.ts";
import { contentSubmitted } from "./signals.ts";
import { rememberItem } from "./similarity/remember-texts.ts";
import { refuseStale } from "./stale-text.ts";
import { contentItem, contentRevision } from "./tables.ts";

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
  await refuseUnchanged(work, item, text.hash);
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

/** The very text that was refused is not sent once more. @throws Unacceptable */
async function refuseUnchanged({ tx }: Work, { begunFrom }: ContentItem, hash: string): Promise<void> {
  if (begunFrom === null) return;
  const [refused] = await tx
    .select({ hash: contentRevision.hash })
    .from(contentItem)
    .innerJoin(contentRevision, eq(contentRevision.id, contentItem.currentRevisionId))
    .where(eq(contentItem.id, begunFrom));
  if (refused?.hash === hash)
    throw new Unacceptable("Bài này giống hệt bài đã không được duyệt; hãy sửa theo lý do rồi gửi.");
}

/** The writer takes a submitted text back to go on writing. */
export async function recallContent(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor } = work;
  const item = contentPolicy.permit(actor, "recall", await itemOf(tx, actor.agencyId, id, { lock: true }));
  await endReview(work, id, "recalled");
  await moveContent(work, item, "recall", { set: { submittedBy: null, submittedAt: null } });
}
