import { notify } from "#organization";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { leaveBundle } from "./bundles/bundle-content.ts";
import { discardedBefore } from "./content-item.ts";
import { itemOf, revisionOf } from "./content-queries.ts";
import { moveContent } from "./move-content.ts";
import { contentPolicy } from "./policy.ts";

/** Puts aside a draft that was never submitted; its writer is told when somebody else does. */
export async function discardDraft(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor, at } = work;
  const item = contentPolicy.permit(actor, "discard", await itemOf(tx, actor, id, { lock: true }));
  await moveContent(work, item, "discard", { set: { discardedAt: at } });
  await leaveBundle(work, id);
  if (item.createdBy === actor.personId) return;
  const { title } = await revisionOf(tx, item.currentRevisionId);
  await notify(work, {
    personIds: [item.createdBy],
    cause: `content-discarded:${id}:${at.toISOString()}`,
    kind: "content",
    title: `${actor.name} đã bỏ bản nháp: ${title || "(chưa có tiêu đề)"}`,
    href: `/workspace/noi-dung/${id}`,
  });
}

/** Takes a discarded draft up again. @throws Conflict when it was kept long enough */
export async function restoreDraft(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor, at } = work;
  const item = contentPolicy.permit(actor, "restore", await itemOf(tx, actor, id, { lock: true }));
  if (item.discardedAt! < discardedBefore(at))
    throw new Conflict("Bản nháp đã bỏ quá 30 ngày nên không khôi phục được nữa.");
  await moveContent(work, item, "restore", { set: { discardedAt: null } });
}
