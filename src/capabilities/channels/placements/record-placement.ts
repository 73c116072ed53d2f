import { planLinksOfContent } from "#newsroom";
import { attachEvidence } from "#plan";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import type { Delivery, WholeDelivery } from "../deliveries/delivery-queries.ts";
import { placement } from "../tables.ts";

/**
 * Writes down where a delivery stands, once, and that it proves what its text proves, in the same transaction. Gives the
 * id of the placement.
 */
export async function recordPlacement(
  work: Work,
  { content, account }: WholeDelivery,
  row: Delivery,
  {
    url,
    remoteId,
    placedAt,
    recordedBy,
  }: { url: string | null; remoteId: string | null; placedAt: Date; recordedBy: string | null },
): Promise<string> {
  const { tx, at } = work;
  const { agencyId, itemId, accountId } = row;
  const id = uuidv7();
  await tx.insert(placement).values({
    ...{ id, agencyId, deliveryId: row.id, itemId, accountId, url, remoteId, placedAt, recordedBy },
    recordedAt: at,
    revisionId: row.revisionId!,
    revisionHash: row.revisionHash!,
  });
  await attachEvidence(work, {
    ...(await planLinksOfContent(tx, itemId)),
    source: "channels",
    sourceId: id,
    label: `${content.title} (${account.name})`,
    url,
    at: placedAt,
    revisionHash: row.revisionHash,
  });
  return id;
}
