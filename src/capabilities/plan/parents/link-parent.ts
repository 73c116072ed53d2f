import { documentsOfAgency } from "#documents";
import { Conflict, NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { type Plan, planForUpdate, planOf } from "../plan-queries.ts";
import { planPolicy } from "../policy.ts";
import { planParent } from "../tables.ts";

/** Says that a plan follows one from above: a plan that was read in, or a document of the register. */
export async function linkParent(
  work: Work,
  { id, parentPlanId, documentId }: { id: string; parentPlanId: string | null; documentId: string | null },
): Promise<Plan> {
  const { tx, actor } = work;
  const plan = planPolicy.permit(actor, "manage", await planForUpdate(tx, actor.agencyId, id));
  const fail = (message: string) => new Unacceptable(message, [{ field: "parent", message }]);
  if ((parentPlanId === null) === (documentId === null))
    throw fail("Hãy chọn một kế hoạch hoặc một văn bản của cấp trên.");
  if (parentPlanId === id) throw fail("Kế hoạch không theo chính nó; hãy chọn kế hoạch khác.");
  if (parentPlanId !== null) await planOf(tx, actor.agencyId, parentPlanId);
  const known =
    documentId === null ||
    (await documentsOfAgency(tx, actor.agencyId)).some((document) => document.id === documentId);
  if (!known) throw new NotFound("Không có văn bản này trong sổ của cơ quan.");
  const [made] = await tx
    .insert(planParent)
    .values({ id: uuidv7(), agencyId: actor.agencyId, planId: id, parentPlanId, documentId })
    .onConflictDoNothing()
    .returning();
  if (!made) throw new Conflict("Kế hoạch đã ghi theo văn bản này.");
  await work.record({
    act: "link-parent-plan",
    objectKind: "plan",
    objectId: id,
    after: { parentPlanId, documentId },
  });
  return plan;
}
