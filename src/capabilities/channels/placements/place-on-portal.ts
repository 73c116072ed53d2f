import { createHash } from "node:crypto";
import { and, eq, ne } from "drizzle-orm";
import type { ContentToDeliver } from "#newsroom";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { ownPortal } from "../accounts/register-account.ts";
import { noteEvent } from "../deliveries/move-delivery.ts";
import { delivery, placement } from "../tables.ts";

/**
 * Our portal is sent nothing: where the live text stands is written down when the pointer has moved, and which text it
 * is whenever it moved again. The newsroom has attached its evidence already.
 */
export async function placeOnPortal(work: Work, content: ContentToDeliver): Promise<void> {
  const { tx, at } = work;
  const { id: itemId, agencyId, revisionId, hash, path, publishedAt } = content;
  if (path === null || publishedAt === null) return;
  const accountId = await ownPortal(work);
  const id = uuidv7();
  const [made] = await tx
    .insert(delivery)
    .values({
      ...{ id, agencyId, itemId, accountId, revisionId, revisionHash: hash },
      state: "placed",
      dueAt: publishedAt,
      marker: createHash("sha256").update(`portal ${id}`).digest("hex").slice(0, 16),
      plannedBy: null,
      plannedAt: publishedAt,
      settledAt: publishedAt,
    })
    .onConflictDoNothing()
    .returning();
  if (made) {
    await noteEvent(work, made, "Lên cổng khi bài được đăng");
    await tx.insert(placement).values({
      ...{ id: uuidv7(), agencyId, deliveryId: id, itemId, accountId, url: path },
      placedAt: publishedAt,
      recordedAt: at,
      revisionId,
      revisionHash: hash,
    });
    return;
  }
  await tx
    .update(placement)
    .set({ revisionId, revisionHash: hash, renewedAt: at })
    .where(
      and(
        eq(placement.itemId, itemId),
        eq(placement.accountId, accountId),
        ne(placement.revisionId, revisionId),
      ),
    );
}
