import { and, eq } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { planHandoverReceipt } from "../tables.ts";
import { receivedForUpdate } from "./handover-queries.ts";
import { handoverPolicy } from "./policy.ts";

/** A person confirms for the agency that it has received a plan of another one. */
export async function acknowledgeHandover(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor, at } = work;
  const receipt = await receivedForUpdate(tx, actor.agencyId, id);
  if (receipt.acknowledgedAt) throw new Conflict("Cơ quan đã xác nhận nhận kế hoạch.");
  handoverPolicy.permit(actor, "acknowledge", { ...receipt, agencyId: receipt.receiverId });
  await tx
    .update(planHandoverReceipt)
    .set({ acknowledgedAt: at, acknowledgedBy: actor.personId })
    .where(and(eq(planHandoverReceipt.handoverId, id), eq(planHandoverReceipt.receiverId, actor.agencyId)));
  await work.record({
    act: "acknowledge-handover",
    objectKind: "plan-handover",
    objectId: id,
    after: { version: receipt.version },
  });
}
