import { eq } from "drizzle-orm";
import { linksOf } from "#plan";
import { Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { itemOf, linksOfItem, revisionOf } from "./content-queries.ts";
import { contentPolicy } from "./policy.ts";
import { makeLive } from "./publish-due-content.ts";
import { contentObligation, contentTask } from "./tables.ts";

/** Says which tasks and obligations of the plan the item serves; links of other agencies are left out. */
export async function linkContent(
  work: Work,
  { id, ...wanted }: { id: string; taskIds: string[]; obligationIds: string[] },
): Promise<void> {
  const { tx, actor } = work;
  const item = await itemOf(tx, actor.agencyId, id, { lock: true });
  contentPolicy.permit(actor, "link", item);
  const before = await linksOfItem(tx, id);
  const chosen = await linksOf(tx, actor.agencyId, wanted);
  // What is published has proved something already: links are added to it, never taken away.
  const live = item.state === "published";
  const taskIds = [...new Set([...(live ? before.taskIds : []), ...chosen.taskIds])];
  const obligationIds = [...new Set([...(live ? before.obligationIds : []), ...chosen.obligationIds])];
  if (
    taskIds.length + obligationIds.length === 0 &&
    (item.state === "approved" || item.state === "scheduled")
  ) {
    throw new Unacceptable("Nội dung đã duyệt cần ít nhất một nhiệm vụ hoặc nghĩa vụ.", [
      { field: "links", message: "Hãy giữ ít nhất một nhiệm vụ hoặc nghĩa vụ." },
    ]);
  }
  const { agencyId } = item;
  await tx.delete(contentTask).where(eq(contentTask.itemId, id));
  await tx.delete(contentObligation).where(eq(contentObligation.itemId, id));
  if (taskIds.length > 0)
    await tx.insert(contentTask).values(taskIds.map((taskId) => ({ agencyId, itemId: id, taskId })));
  if (obligationIds.length > 0) {
    await tx
      .insert(contentObligation)
      .values(obligationIds.map((obligationId) => ({ agencyId, itemId: id, obligationId })));
  }
  if (live) await makeLive(work, item, await revisionOf(tx, item.liveRevisionId!));
  await work.record({
    act: "link-content",
    objectKind: "content",
    objectId: id,
    before,
    after: { taskIds, obligationIds },
  });
}
