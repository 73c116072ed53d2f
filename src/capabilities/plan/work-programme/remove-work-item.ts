import { eq } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { workItem } from "../tables.ts";
import { workItemPolicy } from "./policy.ts";
import { workItemForUpdate } from "./work-item-queries.ts";

/** Takes out an item that was entered by mistake, while nothing has been said of how it went. */
export async function removeWorkItem(work: Work, { id }: { id: string }): Promise<{ id: string }> {
  const { tx, actor } = work;
  const { agencyId } = actor;
  const found = await workItemForUpdate(tx, agencyId, id);
  const subject = { agencyId, unitIds: [found.unitId] };
  workItemPolicy.permit(actor, "remove", subject);
  const why = workItemPolicy.hindrance(actor, "remove", { ...subject, state: found.state });
  if (why !== null) throw new Conflict(why);
  await tx.delete(workItem).where(eq(workItem.id, id));
  const { unitId, title, kind, firstDay, lastDay, place, lead, embeds } = found;
  const { taskIds, obligationIds, clauseIds } = found;
  await work.record({
    act: "remove-work-item",
    objectKind: "work-item",
    objectId: id,
    before: {
      unitId,
      title,
      kind,
      firstDay,
      lastDay,
      place,
      lead,
      embeds,
      taskIds,
      obligationIds,
      clauseIds,
    },
  });
  return { id };
}
