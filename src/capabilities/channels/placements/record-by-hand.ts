import { and, eq, isNull } from "drizzle-orm";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { deliveryOf, subjectOf } from "../deliveries/delivery-queries.ts";
import { moveDelivery } from "../deliveries/move-delivery.ts";
import { deliveryPolicy } from "../deliveries/policy.ts";
import { placement } from "../tables.ts";
import { postAddress } from "./post-address.ts";
import { recordPlacement } from "./record-placement.ts";

/** A post cannot stand there long before it was due, nor later than now. */
const MINUTES_AHEAD = 2;

/**
 * A person has posted by hand and says where it stands and since when. The same address proves one placement; said twice
 * it is one.
 */
export async function recordByHand(
  work: Work,
  input: { id: string; url: string | null; placedAt: Date | null; where: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const whole = await deliveryOf(tx, actor, input.id, { lock: true });
  const { delivery: row, account } = whole;
  const [known] = await tx.select().from(placement).where(eq(placement.deliveryId, row.id));
  // Said once more: whoever may plan it hears that it stands.
  deliveryPolicy.permit(actor, known ? "plan" : "record", subjectOf(whole));
  const url = postAddress(input.url, account);
  if (known?.url === url) return;
  deliveryPolicy.permit(actor, "record", subjectOf(whole));
  const placedAt = input.placedAt ?? at;
  if (placedAt.getTime() > at.getTime() + MINUTES_AHEAD * 60_000)
    throw new Unacceptable("Giờ đăng không thể ở tương lai.", [
      { field: "placedAt", message: "Giờ này chưa đến." },
    ]);
  if (url === null && input.where.trim() === "")
    throw new Unacceptable("Hãy ghi đã gửi, phát ở đâu.", [
      { field: "where", message: "Hãy ghi nơi nhận hoặc nơi phát." },
    ]);
  if (url !== null) {
    const [taken] = await tx
      .select({ id: placement.id })
      .from(placement)
      .where(
        and(eq(placement.agencyId, actor.agencyId), eq(placement.url, url), isNull(placement.takenDownAt)),
      );
    if (taken)
      throw new Conflict("Địa chỉ này đã ghi cho một lượt đăng khác; hãy xem lại có dán nhầm không.");
  }
  const where = input.where.trim();
  const moved = await moveDelivery(work, row, "place", {
    set: { settledAt: at, reason: null, nextTryAt: null },
    words: where === "" ? `Đã đăng tay trên ${account.name}` : `Đã đăng tay: ${where}`,
  });
  if (!moved) throw new Conflict("Lượt đăng vừa đổi trạng thái; chưa có gì thay đổi, hãy tải lại trang.");
  await recordPlacement(work, whole, moved, {
    url,
    remoteId: url === null ? where : null,
    placedAt,
    recordedBy: actor.personId,
  });
  await work.record({
    act: "record-placement",
    objectKind: "delivery",
    objectId: row.id,
    after: { url, where: where || null, placedAt },
  });
}
