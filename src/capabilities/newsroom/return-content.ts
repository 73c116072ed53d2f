import { notify } from "#organization";
import { Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { itemOf, revisionOf } from "./content-queries.ts";
import { moveContent } from "./move-content.ts";
import { contentPolicy } from "./policy.ts";

/** Sends a text back to its writer with what is to be changed. */
export async function returnContent(
  work: Work,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  const { tx, actor, at } = work;
  if (reason.trim() === "") {
    throw new Unacceptable("Hãy ghi điều cần sửa để người soạn biết.", [
      { field: "reason", message: "Hãy ghi điều cần sửa." },
    ]);
  }
  const item = contentPolicy.permit(actor, "return", await itemOf(tx, actor.agencyId, id, { lock: true }));
  const text = await revisionOf(tx, item.currentRevisionId);
  await moveContent(work, item, "return", { reason });
  await notify(work, {
    personIds: [item.createdBy],
    cause: `content-returned:${id}:${at.toISOString()}`,
    kind: "content",
    title: `Cần sửa: ${text.title}`,
    href: `/workspace/noi-dung/${id}`,
  });
}
