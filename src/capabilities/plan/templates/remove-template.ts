import { and, eq } from "drizzle-orm";
import { NotFound } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { planPolicy } from "../policy.ts";
import { planTemplate } from "../tables.ts";

/** Takes a template of one's own agency away; plans that adopted it keep what they have. */
export async function removeTemplate(work: Work, { templateId }: { templateId: string }): Promise<void> {
  const { tx, actor } = work;
  planPolicy.permit(actor, "manage", { agencyId: actor.agencyId });
  const [gone] = await tx
    .delete(planTemplate)
    .where(and(eq(planTemplate.agencyId, actor.agencyId), eq(planTemplate.id, templateId)))
    .returning({ name: planTemplate.name, kind: planTemplate.kind });
  if (!gone) throw new NotFound("Cơ quan không có mẫu này.");
  await work.record({
    act: "remove-template",
    objectKind: "plan-template",
    objectId: templateId,
    before: gone,
  });
}
