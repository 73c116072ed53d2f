import { and, desc, eq } from "drizzle-orm";
import { Conflict, NotFound } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { planPolicy } from "./policy.ts";
import { planDistribution } from "./tables.ts";

/** A person of the unit confirms that the unit has received the plan, in the version sent to it last. */
export async function acknowledgePlan(
  work: Work,
  { id, unitId }: { id: string; unitId: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const [row] = await tx
    .select()
    .from(planDistribution)
    .where(
      and(
        eq(planDistribution.agencyId, actor.agencyId),
        eq(planDistribution.planId, id),
        eq(planDistribution.unitId, unitId),
      ),
    )
    .orderBy(desc(planDistribution.version))
    .limit(1)
    .for("update");
  if (!row) throw new NotFound("Kế hoạch chưa được gửi đến đơn vị này.");
  planPolicy.permit(actor, "acknowledge", { agencyId: actor.agencyId, unitIds: [unitId] });
  if (row.acknowledgedAt) throw new Conflict("Đơn vị đã xác nhận nhận kế hoạch.");
  await tx
    .update(planDistribution)
    .set({ acknowledgedAt: at, acknowledgedBy: actor.personId })
    .where(eq(planDistribution.id, row.id));
  await work.record({
    act: "acknowledge-plan",
    objectKind: "plan",
    objectId: id,
    after: { unitId, version: row.version },
  });
}
