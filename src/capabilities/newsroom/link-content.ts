import { eq } from "drizzle-orm";
import { linksOf } from "#plan";
import type { Work } from "#platform/work/work.ts";
import { itemOf, linksOfItem } from "./content-queries.ts";
import { contentPolicy } from "./policy.ts";
import { contentObligation, contentTask } from "./tables.ts";

/** Says which tasks and obligations of the plan the item serves; links of other agencies are left out. */
export async function linkContent(
  work: Work,
  { id, ...wanted }: { id: string; taskIds: string[]; obligationIds: string[] },
): Promise<void> {
  const { tx, actor } = work;
  const item = await itemOf(tx, actor.agencyId, id, { lock: true });
  contentPolicy.permit(actor, "draft", item);
  const before = await linksOfItem(tx, id);
  const { taskIds, obligationIds } = await linksOf(tx, actor.agencyId, wanted);
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
  await work.record({
    act: "link-content",
    objectKind: "content",
    objectId: id,
    before,
    after: { taskIds, obligationIds },
  });
}
