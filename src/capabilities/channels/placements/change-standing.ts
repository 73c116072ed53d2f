import { eq } from "drizzle-orm";
import { type ContentToDeliver, planLinksOfContents } from "#newsroom";
import { attachEvidence, withdrawEvidence } from "#plan";
import type { Work } from "#platform/work/work.ts";
import type { ChannelAccount } from "../accounts/account-queries.ts";
import type { Delivery } from "../deliveries/delivery-queries.ts";
import { moveDelivery, noteEvent } from "../deliveries/move-delivery.ts";
import { delivery, placement } from "../tables.ts";

interface There {
  place: typeof placement.$inferSelect;
  delivery: Delivery;
  content: Pick<ContentToDeliver, "title" | "state" | "revisionId">;
  account: Pick<ChannelAccount, "name">;
}

/** Another text stands there from now on; the placement and what it proves stay the same ones. */
export async function standAnew(
  work: Work,
  { place, delivery: row, content, account }: There,
  text: { revisionId: string; revisionHash: string },
  words: string,
): Promise<void> {
  const { tx, at } = work;
  await tx
    .update(placement)
    .set({ ...text, renewedAt: at })
    .where(eq(placement.id, place.id));
  // Taken back, or corrected once more meanwhile: somebody still has to see to it.
  const isTakenBack = content.state === "withdrawn" || content.state === "removed";
  const isCurrent = !isTakenBack && content.revisionId === text.revisionId;
  await tx.update(delivery).set({ needsPerson: !isCurrent }).where(eq(delivery.id, row.id));
  await attachEvidence(work, {
    ...(await planLinksOfContents(tx, [row.itemId])).get(row.itemId)!,
    source: "channels",
    sourceId: place.id,
    label: `${content.title} (${account.name})`,
    url: place.url,
    at: place.placedAt,
    revisionHash: text.revisionHash,
  });
  await noteEvent(work, row, words);
}

/** It stands there no more and proves nothing; the record of it stays. False: somebody moved it meanwhile. */
export async function standNoMore(
  work: Work,
  { place, delivery: row, account }: Pick<There, "place" | "delivery" | "account">,
  { reason, words }: { reason: string; words: string },
): Promise<boolean> {
  const { tx, at } = work;
  const moved = await moveDelivery(work, row, "withdraw", {
    set: { settledAt: at, needsPerson: false },
    words,
  });
  if (!moved || place.takenDownAt !== null) return false;
  await tx.update(placement).set({ takenDownAt: at }).where(eq(placement.id, place.id));
  await withdrawEvidence(work, {
    source: "channels",
    sourceId: place.id,
    reason: `Đã gỡ khỏi ${account.name}: ${reason}`,
  });
  return true;
}
