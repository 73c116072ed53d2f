import { eq } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { checkServed } from "../check-served.ts";
import { workItem } from "../tables.ts";
import { carryAlong, daysOf } from "./carry-along.ts";
import { workItemPolicy } from "./policy.ts";
import type { WorkItemFields } from "./work-item.ts";
import { workItemForUpdate } from "./work-item-queries.ts";

/** Corrects an item of the unit's programme and what it carries along, until it has been held and proved. */
export async function correctWorkItem(
  work: Work,
  { id, ...fields }: WorkItemFields & { id: string },
): Promise<{ id: string }> {
  const { tx, actor } = work;
  const { agencyId } = actor;
  const found = await workItemForUpdate(tx, agencyId, id);
  const subject = { agencyId, unitIds: [found.unitId] };
  workItemPolicy.permit(actor, "correct", subject);
  const why = workItemPolicy.hindrance(actor, "correct", { ...subject, proved: found.proved });
  if (why !== null) throw new Conflict(why);
  await checkServed(work, fields);
  const { title, kind, place, lead, embeds } = fields;
  await tx
    .update(workItem)
    .set({ title, kind, ...daysOf(fields), place, lead, embeds })
    .where(eq(workItem.id, id));
  await carryAlong(work, id, fields);
  const { taskIds, obligationIds, clauseIds } = found;
  await work.record({
    act: "correct-work-item",
    objectKind: "work-item",
    objectId: id,
    before: {
      title: found.title,
      kind: found.kind,
      firstDay: found.firstDay,
      lastDay: found.lastDay,
      place: found.place,
      lead: found.lead,
      embeds: found.embeds,
      taskIds,
      obligationIds,
      clauseIds,
    },
    after: fields,
  });
  return { id };
}
