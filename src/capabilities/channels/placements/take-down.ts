import { and, eq, isNull } from "drizzle-orm";
import { withdrawEvidence } from "#plan";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { deliveryOf, subjectOf } from "../deliveries/delivery-queries.ts";
import { moveDelivery } from "../deliveries/move-delivery.ts";
import { deliveryPolicy } from "../deliveries/policy.ts";
import { placement } from "../tables.ts";

/** A person has taken the post off the channel and says so: it proves nothing any more; the record of it stays. */
export async function takeDown(work: Work, { id, reason }: { id: string; reason: string }): Promise<void> {
  const { tx, actor, at } = work;
  if (reason.trim() === "")
    throw new Unacceptable("Hãy ghi lý do gỡ.", [{ field: "reason", message: "Hãy ghi lý do." }]);
  const whole = await deliveryOf(tx, actor, id, { lock: true });
  deliveryPolicy.permit(actor, "takeDown", subjectOf(whole));
  const [place] = await tx
    .update(placement)
    .set({ takenDownAt: at })
    .where(and(eq(placement.deliveryId, id), isNull(placement.takenDownAt)))
    .returning();
  const moved = await moveDelivery(work, whole.delivery, "withdraw", {
    set: { settledAt: at, needsPerson: false },
    words: `Đã gỡ khỏi kênh: ${reason.trim()}`,
  });
  if (!place || !moved) throw new Conflict("Lượt đăng vừa đổi trạng thái; hãy tải lại trang.");
  await withdrawEvidence(work, {
    source: "channels",
    sourceId: place.id,
    reason: `Đã gỡ khỏi ${whole.account.name}: ${reason.trim()}`,
  });
  await work.record({ act: "take-down", objectKind: "delivery", objectId: id, reason: reason.trim() });
}
