import { eq } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { inWords } from "../database-refusals.ts";
import { royalty } from "../tables.ts";
import { royaltyPolicy } from "./policy.ts";
import { heldRoyalty } from "./propose-royalty.ts";

/** An approved royalty that nobody paid is owed no more, for a reason; its product may be proposed anew. @throws Forbidden, Conflict */
export async function cancelRoyalty(
  work: Work,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const { found } = await heldRoyalty(work, id);
  royaltyPolicy.permit(actor, "cancel", { agencyId: found.agencyId });
  if (found.state !== "approved") throw new Conflict("Chỉ hủy được nhuận bút đã duyệt, chưa trả.");
  await inWords(
    tx
      .update(royalty)
      .set({ state: "cancelled", cancelledBy: actor.personId, cancelledAt: at, cancelledReason: reason })
      .where(eq(royalty.id, id)),
  );
  await work.record({
    ...{ act: "cancel-royalty", objectKind: "royalty", objectId: id },
    ...{ before: { state: found.state }, after: { state: "cancelled" }, reason },
  });
}
