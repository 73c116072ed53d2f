import { Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { planOf, taskOf } from "../plan-queries.ts";
import { shortcoming } from "../tables.ts";
import { demandOwner } from "./owner.ts";
import { shortcomingPolicy } from "./policy.ts";
import { tellOwners } from "./tell-owners.ts";

/** Notes what is lacking, in a task or in the work as a whole; whose it is is told. Gives its id. */
export async function noteShortcoming(
  work: Work,
  fields: {
    planId: string;
    taskId: string | null;
    unitId: string;
    personId: string | null;
    what: string;
    why: string | null;
  },
): Promise<string> {
  const { tx, actor, at } = work;
  const { agencyId, personId: notedBy } = actor;
  shortcomingPolicy.permit(actor, "note", { agencyId, unitIds: [fields.unitId] });
  await demandOwner(work, fields);
  await planOf(tx, agencyId, fields.planId);
  if (fields.taskId && (await taskOf(tx, agencyId, fields.taskId)).planId !== fields.planId) {
    const message = "Nhiệm vụ này không thuộc kế hoạch.";
    throw new Unacceptable(message, [{ field: "taskId", message }]);
  }
  const id = uuidv7();
  await tx.insert(shortcoming).values({ id, agencyId, ...fields, notedBy, notedAt: at });
  await work.record({ act: "note-shortcoming", objectKind: "shortcoming", objectId: id, after: fields });
  await tellOwners(work, { id, ...fields }, { step: "noted", said: "Đơn vị bạn có tồn tại, hạn chế" });
  return id;
}
