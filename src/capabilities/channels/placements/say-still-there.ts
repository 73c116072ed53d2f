import { and, eq, isNotNull } from "drizzle-orm";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { standingOf } from "../changes/change-queries.ts";
import { subjectOf } from "../deliveries/delivery-queries.ts";
import { noteEvent } from "../deliveries/move-delivery.ts";
import { deliveryPolicy } from "../deliveries/policy.ts";
import { figureWatch, placement } from "../tables.ts";

/**
 * A person has looked and the post stands, whatever its network answered: it is gone no more, and not anew for the same
 * answer until the network found it in between.
 */
export async function sayStillThere(
  work: Work,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const why = reason.trim();
  if (why === "")
    throw new Unacceptable("Hãy ghi vì sao biết bài vẫn còn.", [
      { field: "reason", message: "Hãy ghi vì sao biết bài vẫn còn." },
    ]);
  const standing = await standingOf(tx, actor, id);
  const { place } = standing;
  deliveryPolicy.permit(actor, "sayStillThere", { ...subjectOf(standing), isGone: place.goneAt !== null });
  const [changed] = await tx
    .update(placement)
    .set({
      ...{ goneAt: null, goneWhy: null, goneSure: null },
      ...{ deniedWhy: place.goneWhy, deniedSure: place.goneSure ?? true },
      ...{ deniedBy: actor.personId, deniedAt: at },
    })
    .where(and(eq(placement.id, place.id), isNotNull(placement.goneAt)))
    .returning({ id: placement.id });
  if (!changed) throw new Conflict("Kênh vừa lại thấy bài, hoặc có người vừa ghi; hãy tải lại trang.");
  await tx.update(figureWatch).set({ missedTimes: 0 }).where(eq(figureWatch.placementId, place.id));
  await noteEvent(work, standing.delivery, `Cho biết bài vẫn còn trên kênh: ${why}`);
  await work.record({
    act: "say-still-there",
    objectKind: "delivery",
    objectId: id,
    before: { goneAt: place.goneAt, goneWhy: place.goneWhy },
    reason: why,
  });
}
