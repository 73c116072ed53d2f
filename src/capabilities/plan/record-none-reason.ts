import { and, eq } from "drizzle-orm";
import { NotFound } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { planPolicy } from "./policy.ts";
import { obligation } from "./tables.ts";

/** Records why nobody does anything about an obligation, or (null) that it is to be done after all. Gives the plan's id. */
export async function recordNoneReason(
  work: Work,
  { id, reason }: { id: string; reason: string | null },
): Promise<string> {
  const { tx, actor } = work;
  planPolicy.permit(actor, "manage", { agencyId: actor.agencyId });
  const [before] = await tx
    .select()
    .from(obligation)
    .where(and(eq(obligation.agencyId, actor.agencyId), eq(obligation.id, id)))
    .for("update");
  if (!before) throw new NotFound("Không có nghĩa vụ này trong cơ quan.");
  await tx
    .update(obligation)
    .set({ noneReason: reason || null })
    .where(eq(obligation.id, id));
  await work.record({
    act: "record-none-reason",
    objectKind: "obligation",
    objectId: id,
    before: { noneReason: before.noneReason },
    after: { noneReason: reason || null },
  });
  return before.planId;
}
