import { and, eq } from "drizzle-orm";
import { Conflict, NotFound } from "#platform/auth/policy.ts";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import type { Work } from "#platform/work/work.ts";
import { organizationPolicy } from "../policy.ts";
import { unitChange } from "../tables.ts";
import { unitChangeOf } from "./unit-change-queries.ts";

/** Takes a change of units back while its day has not come: nothing hangs on it yet. The audit keeps it. */
export async function cancelUnitChange(
  work: Work,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  const { tx, actor } = work;
  organizationPolicy.permit(actor, "manage", { agencyId: actor.agencyId });
  const [locked] = await tx
    .select()
    .from(unitChange)
    .where(and(eq(unitChange.agencyId, actor.agencyId), eq(unitChange.id, id)))
    .for("update");
  if (!locked) throw new NotFound("Không có thay đổi đơn vị này trong cơ quan.");
  const { inWords, kind, takesEffectOn, decisionNumber, decidedOn } = await unitChangeOf(
    tx,
    actor.agencyId,
    id,
  );
  if (locked.tookEffectAt !== null)
    throw new Conflict(
      `Thay đổi này đã có hiệu lực từ ${formatDate(takesEffectOn)}; muốn trở lại như cũ thì ghi một thay đổi mới.`,
    );
  await tx.delete(unitChange).where(eq(unitChange.id, id));
  await work.record({
    act: "cancel-unit-change",
    objectKind: "unit-change",
    objectId: id,
    before: { name: inWords, kind, takesEffectOn, decisionNumber, decidedOn },
    reason,
  });
}
