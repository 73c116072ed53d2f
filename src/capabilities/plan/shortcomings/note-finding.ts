import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { taskOf } from "../plan-queries.ts";
import { shortcoming } from "../tables.ts";
import { shortcomingPolicy } from "./policy.ts";
import type { FindingKind } from "./shortcoming.ts";
import { tellOwners } from "./tell-owners.ts";

/**
 * Notes what a report has found in a task, with the task's unit and person as its owner. Once for each cause, and not
 * while one of the same kind is open in the task; false: it was noted before.
 */
export async function noteFinding(
  work: Work,
  finding: {
    taskId: string;
    kind: FindingKind;
    cause: string;
    what: string;
    told: { label: string; url: string };
  },
): Promise<boolean> {
  const { tx, actor, at } = work;
  const { agencyId, personId: notedBy } = actor;
  const { taskId, kind, cause, what, told } = finding;
  const { planId, leadUnitId, responsiblePersonId } = await taskOf(tx, agencyId, taskId);
  shortcomingPolicy.permit(actor, "note", { agencyId, unitIds: leadUnitId ? [leadUnitId] : [] });
  const id = uuidv7();
  const owner = { unitId: leadUnitId, personId: responsiblePersonId };
  const fields = { planId, taskId, what, ...owner };
  const rows = await tx
    .insert(shortcoming)
    .values({
      id,
      agencyId,
      ...fields,
      kind,
      cause,
      notedBy,
      notedAt: at,
      toldLabel: told.label,
      toldUrl: told.url,
    })
    .onConflictDoNothing()
    .returning();
  if (rows.length === 0) return false;
  await work.record({ act: "note-shortcoming", objectKind: "shortcoming", objectId: id, after: fields });
  await tellOwners(work, { id, ...fields }, { step: "noted", said: "Báo cáo nêu tồn tại, hạn chế" });
  return true;
}
