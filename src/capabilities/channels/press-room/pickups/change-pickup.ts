import { and, eq, isNull, ne } from "drizzle-orm";
import { contentToDeliver, planLinksOfContents } from "#newsroom";
import { attachEvidence, withdrawEvidence } from "#plan";
import { Conflict } from "#platform/auth/policy.ts";
import { startOfDay } from "#platform/clock/vietnam-time.ts";
import type { Work } from "#platform/work/work.ts";
import { pressPickup } from "../../tables.ts";
import { outletOf } from "../press-queries.ts";
import { describedPickup, type PickupFields, refusePickup } from "./described-pickup.ts";
import { pickupOf } from "./pickup-queries.ts";
import { pickupPolicy } from "./policy.ts";

/** What was written down wrong is set right, with a reason; it stays the same one, and proves what it proved. */
export async function changePickup(
  work: Work,
  { id, reason, ...given }: PickupFields & { id: string; reason: string },
): Promise<void> {
  const { tx, actor } = work;
  const found = await pickupOf(tx, actor, id);
  const { agencyId, itemId } = found;
  pickupPolicy.permit(actor, "change", { agencyId, isDropped: found.droppedAt !== null });
  const { outlet, columns } = await describedPickup(work, given);
  const [twin] = await tx
    .select({ id: pressPickup.id })
    .from(pressPickup)
    .where(
      and(
        ...[eq(pressPickup.agencyId, agencyId), eq(pressPickup.itemId, itemId), ne(pressPickup.id, id)],
        ...[eq(pressPickup.urlKey, columns.urlKey), isNull(pressPickup.droppedAt)],
      ),
    );
  if (twin) refusePickup("url", "Tin này đã ghi cho bài này.");
  const [changed] = await tx
    .update(pressPickup)
    .set(columns)
    .where(and(eq(pressPickup.id, id), isNull(pressPickup.droppedAt)))
    .returning({ id: pressPickup.id });
  if (!changed) throw new Conflict("Mục này vừa được bỏ; hãy tải lại trang.");
  const before = found.outletId ? (await outletOf(tx, agencyId, found.outletId)).name : found.outletName;
  const told = (outletName: string, { kind, title, url, publishedOn, note }: typeof columns) => ({
    ...{ outletName, kind, title, url, publishedOn, note },
  });
  await work.record({
    act: "change-press-pickup",
    objectKind: "press-pickup",
    objectId: id,
    before: told(before, found),
    after: told(outlet, columns),
    reason,
  });
  const content = (await contentToDeliver(tx, actor, [itemId])).get(itemId)!;
  const source = { source: "channels", sourceId: id };
  await withdrawEvidence(work, { ...source, reason });
  await attachEvidence(work, {
    ...(await planLinksOfContents(tx, [itemId])).get(itemId)!,
    ...{ ...source, url: columns.url, at: startOfDay(columns.publishedOn) },
    label: `${outlet} dùng lại: ${content.title}`,
    revisionHash: null,
  });
}
