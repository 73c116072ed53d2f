import { eq } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { procedurePolicy } from "./policy.ts";
import { proceduresChanged } from "./procedure-changed.ts";
import { heldProcedure } from "./procedure-queries.ts";
import { procedure } from "./tables.ts";

/** Says that a procedure is not carried out for a time; its page stays and tells why. */
export async function pauseProcedure(
  work: Work,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId } = actor;
  procedurePolicy.permit(actor, "repeal", { agencyId });
  const { procedure: found } = await heldProcedure(tx, agencyId, id);
  if (found.state === "paused") return;
  if (found.state === "repealed") throw new Conflict("Thủ tục đã bị bãi bỏ nên không tạm dừng được.");
  await tx
    .update(procedure)
    .set({ state: "paused", stateReason: reason, updatedAt: at })
    .where(eq(procedure.id, id));
  await work.record({
    act: "pause-procedure",
    objectKind: "procedure",
    objectId: id,
    before: { state: found.state },
    after: { state: "paused" },
    reason,
  });
  await proceduresChanged(tx, [id]);
}
