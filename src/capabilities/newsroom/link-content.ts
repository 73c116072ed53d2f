import { eq } from "drizzle-orm";
import { linksOf } from "#plan";
import { Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { countLinks, itemOf, linksOfItem, type PlanLinks, revisionOf } from "./content-queries.ts";
import { mustLink } from "./links-asked.ts";
import { contentPolicy } from "./policy.ts";
import { makeLive } from "./publish-due-content.ts";
import { contentClause, contentObligation, contentTask } from "./tables.ts";

/** Says which tasks, obligations and clauses of the plan the item serves; links of other agencies are left out. */
export async function linkContent(work: Work, { id, ...wanted }: { id: string } & PlanLinks): Promise<void> {
  const { tx, actor } = work;
  const item = await itemOf(tx, actor, id, { lock: true });
  contentPolicy.permit(actor, "link", item);
  const before = await linksOfItem(tx, id);
  const chosen = await linksOf(tx, actor.agencyId, wanted);
  // What is published has proved something already: links are added to it, never taken away.
  const live = item.state === "published";
  const kept = (kind: keyof PlanLinks) => [...new Set([...(live ? before[kind] : []), ...chosen[kind]])];
  const after = {
    taskIds: kept("taskIds"),
    obligationIds: kept("obligationIds"),
    clauseIds: kept("clauseIds"),
  };
  if (
    countLinks(after) === 0 &&
    (item.state === "approved" || item.state === "scheduled") &&
    (await mustLink(tx, actor.agencyId))
  ) {
    throw new Unacceptable("Nội dung đã duyệt cần ít nhất một nhiệm vụ, nghĩa vụ hoặc mục của kế hoạch.", [
      { field: "links", message: "Hãy giữ ít nhất một nhiệm vụ, nghĩa vụ hoặc mục." },
    ]);
  }
  const { agencyId } = item;
  await tx.delete(contentTask).where(eq(contentTask.itemId, id));
  await tx.delete(contentObligation).where(eq(contentObligation.itemId, id));
  await tx.delete(contentClause).where(eq(contentClause.itemId, id));
  const link = { agencyId, itemId: id };
  if (after.taskIds.length > 0)
    await tx.insert(contentTask).values(after.taskIds.map((taskId) => ({ ...link, taskId })));
  if (after.obligationIds.length > 0) {
    const rows = after.obligationIds.map((obligationId) => ({ ...link, obligationId }));
    await tx.insert(contentObligation).values(rows);
  }
  if (after.clauseIds.length > 0)
    await tx.insert(contentClause).values(after.clauseIds.map((clauseId) => ({ ...link, clauseId })));
  if (live) await makeLive(work, item, await revisionOf(tx, item.liveRevisionId!));
  await work.record({
    act: "link-content",
    objectKind: "content",
    objectId: id,
    before,
    after,
  });
}
