import { unitsOfAgency } from "#organization";
import { Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { checkServed } from "../check-served.ts";
import { workItem } from "../tables.ts";
import { carryAlong, daysOf } from "./carry-along.ts";
import { workItemPolicy } from "./policy.ts";
import type { WorkItemFields } from "./work-item.ts";

/** A unit puts something into its own programme, with what of the plan it carries along. */
export async function enterWorkItem(
  work: Work,
  fields: WorkItemFields & { unitId: string },
): Promise<{ id: string }> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  const { unitId, title, kind, place, lead, embeds } = fields;
  workItemPolicy.permit(actor, "enter", { agencyId, unitIds: [unitId] });
  if (!(await unitsOfAgency(tx, agencyId)).some(({ id }) => id === unitId)) {
    const message = "Đơn vị này không còn trong danh sách.";
    throw new Unacceptable(message, [{ field: "unitId", message }]);
  }
  await checkServed(work, fields);
  const id = uuidv7();
  await tx.insert(workItem).values({
    id,
    agencyId,
    unitId,
    title,
    kind,
    ...daysOf(fields),
    place,
    lead,
    embeds,
    enteredBy: personId,
    enteredAt: at,
  });
  await carryAlong(work, id, fields);
  await work.record({ act: "enter-work-item", objectKind: "work-item", objectId: id, after: fields });
  return { id };
}
