import { and, eq, ne } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { among } from "../connectors/press/ledger.ts";
import { delivery, placement, pressRecipient } from "../tables.ts";

/** A release of the same text that was taken back by a letter. */
export interface Recalled {
  at: Date;
  /** What its letters are called by: marker and domain. */
  remoteId: string;
}

/**
 * Who has the same text from another delivery, or may have: by the keys of their addresses, with when it was taken back;
 * null: it holds, and nobody is written to twice.
 */
export async function earlierReleases(
  q: Queryable,
  { id, agencyId, itemId }: { id: string; agencyId: string; itemId: string },
): Promise<Map<string, Recalled | null>> {
  const rows = await q
    .select({
      ...{ key: pressRecipient.key, handles: delivery.handles },
      ...{ takenDownAt: placement.takenDownAt, remoteId: placement.remoteId },
    })
    .from(pressRecipient)
    .innerJoin(delivery, eq(delivery.id, pressRecipient.deliveryId))
    .leftJoin(placement, eq(placement.deliveryId, delivery.id))
    .where(and(eq(delivery.agencyId, agencyId), eq(delivery.itemId, itemId), ne(delivery.id, id)));
  const found = new Map<string, Recalled | null>();
  for (const { key, handles, takenDownAt, remoteId } of rows) {
    if (among(handles, [{ key }], ["accepted", "doubt", "sending"]).length === 0) continue;
    const recalled = takenDownAt && { at: takenDownAt, remoteId: remoteId ?? "" };
    const known = found.get(key);
    // One that holds counts before those that were taken back; of these the last.
    if (known === undefined || (known !== null && (recalled === null || recalled.at > known.at)))
      found.set(key, recalled);
  }
  return found;
}
