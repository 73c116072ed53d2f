import { eq } from "drizzle-orm";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { figureReading, placement } from "../tables.ts";
import { definitionsOf } from "./definition-of.ts";
import { figureSubject, placedDelivery, readingOf, readingsOf } from "./figure-queries.ts";
import { figurePolicy } from "./policy.ts";
import { typedBy } from "./record-figures.ts";

/**
 * A number was wrong: another one of the same moment takes its place and says why, or none where the right one is not
 * known. What was said first stays on record. Gives the delivery.
 */
export async function correctFigure(
  work: Work,
  {
    id: deliveryId,
    readingId,
    value,
    reason,
  }: {
    id: string;
    readingId: string;
    value: number | null;
    reason: string;
  },
): Promise<void> {
  const { tx, actor, at } = work;
  const found = await placedDelivery(tx, actor, deliveryId, { lock: true });
  figurePolicy.permit(actor, "record", figureSubject(found));
  const wrong = await readingOf(tx, actor.agencyId, readingId);
  const [place] = await tx.select().from(placement).where(eq(placement.id, wrong.placementId));
  if (place?.deliveryId !== deliveryId) throw new Conflict("Số này không thuộc lượt đăng đang mở.");
  if (reason.trim() === "")
    throw new Unacceptable("Hãy ghi vì sao sửa.", [{ field: "reason", message: "Hãy ghi vì sao sửa." }]);
  if ((await readingsOf(tx, place.id)).some(({ supersedes }) => supersedes === wrong.id))
    throw new Conflict("Số này vừa được sửa; hãy tải lại trang rồi sửa số mới.");
  if (wrong.value === value) return;
  const said = typedBy(found.whole.account.network, wrong.metric);
  const definitionOf = await definitionsOf(work, [said]);
  await tx.insert(figureReading).values({
    ...{ id: uuidv7(), agencyId: actor.agencyId, placementId: place.id, metric: wrong.metric, value },
    ...{ takenAt: wrong.takenAt, dayOnly: wrong.dayOnly, consent: wrong.consent },
    source: "person",
    definitionId: definitionOf(said),
    recordedBy: actor.personId,
    recordedAt: at,
    supersedes: wrong.id,
    reason: reason.trim(),
  });
  await work.record({
    act: "correct-figure",
    objectKind: "delivery",
    objectId: deliveryId,
    before: { [wrong.metric]: wrong.value },
    after: { [wrong.metric]: value },
    reason: reason.trim(),
  });
}
