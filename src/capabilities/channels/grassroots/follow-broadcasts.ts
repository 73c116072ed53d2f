import { and, eq, inArray, isNotNull, isNull, ne, or, sql } from "drizzle-orm";
import { contentToDeliver } from "#newsroom";
import type { Database } from "#platform/database/database.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { delivery } from "../tables.ts";
import { broadcast } from "./tables.ts";

/**
 * Brings what stations have of a text to what it is now: a corrected one is a new edition, a withdrawn one is taken back,
 * and so is what no longer goes out on the channel. Said again it changes nothing.
 */
export async function followBroadcasts(
  database: Database,
  { agencyId, itemId }: { agencyId: string; itemId: string },
  at = new Date(),
): Promise<void> {
  await work(
    database,
    systemActor(agencyId, "Truyền thanh"),
    async ({ tx }) => {
      const open = await tx
        .select({ id: broadcast.id, revisionId: broadcast.revisionId, state: delivery.state })
        .from(broadcast)
        .innerJoin(delivery, eq(delivery.id, broadcast.deliveryId))
        .where(
          and(eq(broadcast.agencyId, agencyId), eq(broadcast.itemId, itemId), isNull(broadcast.withdrawnAt)),
        );
      if (open.length === 0) return;
      const content = (await contentToDeliver(tx, { agencyId }, [itemId])).get(itemId);
      const isOver = !content || content.state === "withdrawn" || content.state === "removed";
      const back = open.filter(({ state }) => isOver || state === "withdrawn").map(({ id }) => id);
      if (back.length > 0)
        await tx
          .update(broadcast)
          .set({
            withdrawnAt: at,
            withdrawnWhy: isOver ? "Bài đã thu hồi, gỡ bỏ" : "Thôi phát trên kênh này",
          })
          .where(and(inArray(broadcast.id, back), isNull(broadcast.withdrawnAt)));
      if (content?.state !== "published") return;
      const { revisionId } = content;
      const still = and(eq(broadcast.itemId, itemId), isNull(broadcast.withdrawnAt));
      await tx
        .update(broadcast)
        .set({ revisionId, edition: sql`${broadcast.edition} + 1`, correctedAt: at })
        .where(and(still, ne(broadcast.revisionId, revisionId)));
      await tx
        .update(broadcast)
        .set({ revisionId })
        .where(and(still, isNull(broadcast.revisionId)));
    },
    { at },
  );
}

/** Finds what no signal told of: bulletins whose delivery was taken back, or whose text is another by now. */
export async function sweepBroadcasts(database: Database, now = new Date()): Promise<void> {
  const open = await database
    .selectDistinct({ itemId: broadcast.itemId, agencyId: broadcast.agencyId })
    .from(broadcast)
    .innerJoin(delivery, eq(delivery.id, broadcast.deliveryId))
    .where(
      and(
        isNull(broadcast.withdrawnAt),
        or(
          eq(delivery.state, "withdrawn"),
          and(
            isNotNull(delivery.revisionId),
            sql`${broadcast.revisionId} is distinct from ${delivery.revisionId}`,
          ),
        ),
      ),
    );
  for (const one of open) await followBroadcasts(database, one, now);
}
