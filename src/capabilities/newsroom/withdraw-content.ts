import { and, eq, isNull } from "drizzle-orm";
import { notify } from "#organization";
import { withdrawEvidence } from "#plan";
import { Unacceptable } from "#platform/auth/policy.ts";
import { dropSearchText } from "#platform/search/search-text.ts";
import { signal } from "#platform/signals/signals.ts";
import type { Work } from "#platform/work/work.ts";
import { contentChanged } from "./content-changed.ts";
import { itemOf, revisionOf } from "./content-queries.ts";
import { tellSendersOfText } from "./intake/tell-sender.ts";
import { showMedia } from "./media-library/public-media.ts";
import { moveContent } from "./move-content.ts";
import { contentPolicy } from "./policy.ts";
import { tellReusers } from "./pool/tell-reusers.ts";
import { tellSource } from "./pool/tell-source.ts";
import { contentRemoved, contentWithdrawn } from "./signals.ts";
import { contentCorrection } from "./tables.ts";

const needReason = (reason: string) => {
  if (reason.trim() !== "") return;
  throw new Unacceptable("Hãy ghi lý do; người đọc sẽ thấy lý do này.", [
    { field: "reason", message: "Hãy ghi lý do." },
  ]);
};

/** A correction that waits is moot once the text is taken back; nobody decided it. */
async function closeCorrections({ tx, at }: Work, itemId: string, reason: string): Promise<void> {
  await tx
    .update(contentCorrection)
    .set({ decidedAt: at, accepted: false, reason })
    .where(and(eq(contentCorrection.itemId, itemId), isNull(contentCorrection.decidedAt)));
}

const takenBack = (what: string, at: Date) => ({
  cause: (of: string) => `tip-taken-back:${of}:${at.toISOString()}`,
  what,
});

/** Takes a text back in public: readable under a banner with the reason, out of lists, feeds and search. */
export async function withdrawContent(
  work: Work,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  const { tx, actor, at } = work;
  needReason(reason);
  const item = contentPolicy.permit(actor, "withdraw", await itemOf(tx, actor, id, { lock: true }));
  await moveContent(work, item, "withdraw", { set: { withdrawnAt: at, withdrawnReason: reason }, reason });
  await dropSearchText(tx, "content", id);
  await withdrawEvidence(work, { source: "newsroom", sourceId: id, reason: `Bài đã thu hồi: ${reason}` });
  await closeCorrections(work, id, "Bài đã thu hồi");
  await contentChanged(work, id);
  await tellReusers(work, item, "thu hồi");
  await tellSource(work, item, "thu hồi bản đăng lại");
  await tellSendersOfText(work, item, takenBack("Đã thu hồi bài viết từ tin của bạn", at));
  const { title } = await revisionOf(tx, item.liveRevisionId!);
  await notify(work, {
    personIds: [item.createdBy, ...(item.approvedBy ? [item.approvedBy] : [])].filter(
      (personId) => personId !== actor.personId,
    ),
    cause: `content-withdrawn:${id}`,
    kind: "content",
    title: `Đã thu hồi: ${title}`,
    href: `/workspace/noi-dung/${id}`,
  });
  await signal(work, contentWithdrawn, {
    itemId: id,
    revisionId: item.liveRevisionId!,
    agencyId: item.agencyId,
  });
}

/** Removes a text for good (personal data, a court's order): its address answers 410; the record stays inside. */
export async function removeContent(
  work: Work,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  const { tx, actor, at } = work;
  needReason(reason);
  const item = contentPolicy.permit(actor, "remove", await itemOf(tx, actor, id, { lock: true }));
  await moveContent(work, item, "remove", { set: { removedAt: at, removedReason: reason }, reason });
  await dropSearchText(tx, "content", id);
  await withdrawEvidence(work, { source: "newsroom", sourceId: id, reason: `Bài đã gỡ bỏ: ${reason}` });
  await showMedia(work, id, null);
  await closeCorrections(work, id, "Bài đã gỡ bỏ");
  await contentChanged(work, id);
  await tellReusers(work, item, "gỡ bỏ");
  await tellSource(work, item, "gỡ bỏ bản đăng lại");
  await tellSendersOfText(work, item, takenBack("Đã gỡ bỏ bài viết từ tin của bạn", at));
  await signal(work, contentRemoved, {
    itemId: id,
    revisionId: item.liveRevisionId!,
    agencyId: item.agencyId,
  });
}
