import { and, eq, isNotNull } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { later } from "#platform/jobs/later.ts";
import type { Work } from "#platform/work/work.ts";
import { deliveryOf, subjectOf } from "../deliveries/delivery-queries.ts";
import { deliveryPolicy } from "../deliveries/policy.ts";
import { placement, placementCapture } from "../tables.ts";

const MOST = 20;
export const CAPTURE_QUEUE = "channels.take-captures";

/** A person wants the page kept once more, as it is now; what was kept stays. Asked twice it is one. */
export async function captureAgain(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor, at } = work;
  const whole = await deliveryOf(tx, actor, id, { lock: true });
  deliveryPolicy.permit(actor, "prove", subjectOf(whole));
  const [place] = await tx
    .select()
    .from(placement)
    .where(and(eq(placement.deliveryId, id), isNotNull(placement.url)));
  if (!place || place.takenDownAt !== null) throw new Conflict("Bài không có địa chỉ để mở, hoặc đã gỡ.");
  const kept = await tx.$count(placementCapture, eq(placementCapture.placementId, place.id));
  if (kept >= MOST) throw new Conflict(`Mỗi lượt đăng giữ nhiều nhất ${MOST} lần lưu trang.`);
  const [made] = await tx
    .insert(placementCapture)
    .values({
      ...{ id: uuidv7(), agencyId: actor.agencyId, placementId: place.id, state: "waiting" },
      ...{ revisionId: place.revisionId, revisionHash: place.revisionHash },
      ...{ nextTryAt: at, askedBy: actor.personId, askedAt: at },
    })
    .onConflictDoNothing()
    .returning();
  if (made) await work.record({ act: "capture-again", objectKind: "delivery", objectId: id });
  else
    await tx
      .update(placementCapture)
      .set({ nextTryAt: at })
      .where(and(eq(placementCapture.placementId, place.id), eq(placementCapture.state, "waiting")));
  await later(work, CAPTURE_QUEUE, at);
}
