import { and, eq, isNull } from "drizzle-orm";
import { planLinksOfContents } from "#newsroom";
import { attachEvidence } from "#plan";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { deliveryOf, subjectOf } from "../deliveries/delivery-queries.ts";
import { noteEvent } from "../deliveries/move-delivery.ts";
import { deliveryPolicy } from "../deliveries/policy.ts";
import { delivery, placement } from "../tables.ts";

/**
 * A person has put the corrected text where the former one stood and says so: exactly the text that they saw, which is
 * the one that is public. The placement stays the same one.
 */
export async function renewPlacement(
  work: Work,
  { id, revisionId }: { id: string; revisionId: string },
): Promise<void> {
  const { tx, actor } = work;
  const whole = await deliveryOf(tx, actor, id, { lock: true });
  deliveryPolicy.permit(actor, "renew", subjectOf(whole));
  const { delivery: row, content, account } = whole;
  if (content.state !== "published" || content.revisionId !== revisionId)
    throw new Conflict("Bài vừa có bản khác; hãy xem bản mới nhất rồi sửa trên kênh theo bản ấy.");
  const [place] = await tx
    .select()
    .from(placement)
    .where(and(eq(placement.deliveryId, id), isNull(placement.takenDownAt)));
  if (!place) throw new Conflict("Bài không còn trên kênh này.");
  if (place.revisionId === revisionId) return;
  await tx
    .update(placement)
    .set({ revisionId, revisionHash: content.hash })
    .where(eq(placement.id, place.id));
  await tx.update(delivery).set({ needsPerson: false }).where(eq(delivery.id, id));
  await attachEvidence(work, {
    ...(await planLinksOfContents(tx, [row.itemId])).get(row.itemId)!,
    source: "channels",
    sourceId: place.id,
    label: `${content.title} (${account.name})`,
    url: place.url,
    at: place.placedAt,
    revisionHash: content.hash,
  });
  await noteEvent(work, row, "Đã sửa trên kênh theo bản mới");
  await work.record({
    act: "renew-placement",
    objectKind: "delivery",
    objectId: id,
    before: { revisionId: place.revisionId },
    after: { revisionId },
  });
}
