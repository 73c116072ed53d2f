import { inArray } from "drizzle-orm";
import { planLinksOfContents } from "#newsroom";
import { attachManyEvidence } from "#plan";
import { uuidv7 } from "#platform/database/id.ts";
import { insertMany } from "#platform/database/insert-many.ts";
import type { Work } from "#platform/work/work.ts";
import type { Delivery, WholeDelivery } from "../deliveries/delivery-queries.ts";
import { placement } from "../tables.ts";

interface Stands {
  url: string | null;
  remoteId: string | null;
  placedAt: Date;
  /** Null: the system itself. */
  recordedBy: string | null;
}

/**
 * Writes down where deliveries stand, each once, and that they prove what their texts prove, in the same transaction.
 * `row`: the delivery as it is now.
 */
export async function recordPlacements(
  work: Work,
  placed: { whole: WholeDelivery; row: Delivery; stands: Stands }[],
): Promise<void> {
  const { tx, at } = work;
  const standing = await tx
    .select({ deliveryId: placement.deliveryId })
    .from(placement)
    .where(
      inArray(
        placement.deliveryId,
        placed.map(({ row }) => row.id),
      ),
    );
  const known = new Set(standing.map(({ deliveryId }) => deliveryId));
  // What went on to others stands where it stood.
  const made = placed.filter(({ row }) => !known.has(row.id)).map((one) => ({ id: uuidv7(), ...one }));
  if (made.length === 0) return;
  await insertMany(
    tx,
    placement,
    made.map(({ id, row, stands }) => ({
      ...{ id, agencyId: row.agencyId, deliveryId: row.id, itemId: row.itemId, accountId: row.accountId },
      ...stands,
      recordedAt: at,
      revisionId: row.revisionId!,
      revisionHash: row.revisionHash!,
    })),
  );
  const links = await planLinksOfContents(
    tx,
    made.map(({ row }) => row.itemId),
  );
  await attachManyEvidence(
    work,
    made.map(({ id, row, whole: { content, account }, stands }) => ({
      ...links.get(row.itemId)!,
      source: "channels",
      sourceId: id,
      label: `${content.title} (${account.name})`,
      url: stands.url,
      at: stands.placedAt,
      revisionHash: row.revisionHash,
    })),
  );
}

export const recordPlacement = (
  work: Work,
  whole: WholeDelivery,
  row: Delivery,
  stands: Stands,
): Promise<void> => recordPlacements(work, [{ whole, row, stands }]);
