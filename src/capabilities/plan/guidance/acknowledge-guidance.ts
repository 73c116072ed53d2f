import { and, eq } from "drizzle-orm";
import { Conflict, NotFound } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { guidanceReceipt } from "../tables.ts";
import { guidanceForUpdate } from "./guidance-queries.ts";
import { guidancePolicy } from "./policy.ts";

/** A person of a unit confirms that the unit has received an edition, the one that holds. */
export async function acknowledgeGuidance(
  work: Work,
  { id, unitId, edition }: { id: string; unitId: string; edition: number },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  guidancePolicy.permit(actor, "acknowledge", { agencyId, unitIds: [unitId] });
  const found = await guidanceForUpdate(tx, agencyId, id);
  const [row] = await tx
    .select()
    .from(guidanceReceipt)
    .where(
      and(
        eq(guidanceReceipt.guidanceId, id),
        eq(guidanceReceipt.edition, edition),
        eq(guidanceReceipt.unitId, unitId),
      ),
    );
  if (!row) throw new NotFound("Hướng dẫn chưa được gửi đến đơn vị này.");
  const why = guidancePolicy.hindrance(actor, "acknowledge", {
    agencyId,
    unitIds: [unitId],
    withdrawnAt: found.withdrawnAt,
    acknowledgedAt: row.acknowledgedAt,
    superseded: edition < found.edition,
  });
  if (why !== null) throw new Conflict(why);
  await tx
    .update(guidanceReceipt)
    .set({ acknowledgedAt: at, acknowledgedBy: actor.personId })
    .where(eq(guidanceReceipt.id, row.id));
  await work.record({
    act: "acknowledge-guidance",
    objectKind: "guidance",
    objectId: id,
    after: { unitId, edition },
  });
}
