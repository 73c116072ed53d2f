import { notify } from "#organization";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { itemOf, revisionOf } from "./content-queries.ts";
import { moveContent } from "./move-content.ts";
import { contentPolicy } from "./policy.ts";

/** Names the exact text that the approver had before them. */
export interface ReviewedText {
  id: string;
  revisionId: string;
  hash: string;
}

/** A second person approves one exact revision; a text changed meanwhile is not approved. */
export async function approveContent(work: Work, { id, revisionId, hash }: ReviewedText): Promise<void> {
  const { tx, actor, at } = work;
  const item = contentPolicy.permit(actor, "approve", await itemOf(tx, actor.agencyId, id, { lock: true }));
  const text = await revisionOf(tx, item.currentRevisionId);
  if (text.id !== revisionId || text.hash !== hash) {
    throw new Conflict("Nội dung đã được sửa sau khi bạn mở; hãy xem lại bản mới rồi duyệt.", {
      revisionId: text.id,
    });
  }
  await moveContent(work, item, "approve", {
    set: { approvedRevisionId: revisionId, approvedBy: actor.personId, approvedAt: at },
  });
  await notify(work, {
    personIds: [item.createdBy],
    cause: `content-approved:${id}:${at.toISOString()}`,
    kind: "content",
    title: `Đã duyệt: ${text.title}`,
    href: `/workspace/noi-dung/${id}`,
  });
}
