import { and, asc, inArray, lt } from "drizzle-orm";
import { contentToDeliver } from "#newsroom";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Database } from "#platform/database/database.ts";
import { work } from "#platform/work/work.ts";
import { accountOf } from "../accounts/account-queries.ts";
import { delivery } from "../tables.ts";
import { MISSED_MINUTES } from "./delivery.ts";
import { carrier } from "./take-delivery.ts";
import { tellPosters } from "./tell-posters.ts";
import { stopsOf, whyStopped } from "./why-stopped.ts";

/** Looked at each minute, so that everybody is told within the five. */
const OVERDUE_MINUTES = MISSED_MINUTES - 2;

/**
 * Tells who posts of what should have gone out and has not: nothing that delivers is at work, or somebody stopped it and
 * forgot. Called by the processes that serve people. Once for each time; gives how many are overdue.
 */
export async function noticeMissedDeliveries(database: Database, now = new Date()): Promise<number> {
  const missed = await database
    .select()
    .from(delivery)
    .where(
      and(
        inArray(delivery.state, ["pending", "failed"]),
        lt(delivery.dueAt, new Date(now.getTime() - OVERDUE_MINUTES * 60_000)),
      ),
    )
    .orderBy(asc(delivery.dueAt))
    .limit(200);
  for (const row of missed) {
    await work(
      database,
      carrier(row.agencyId),
      async (current) => {
        const { agencyId, itemId, accountId } = row;
        const content = (await contentToDeliver(current.tx, { agencyId }, [itemId])).get(itemId);
        const account = await accountOf(current.tx, agencyId, accountId);
        if (!content) return;
        const stops = await stopsOf(current.tx, agencyId, toVietnamDate(now).toString());
        const stopped = whyStopped(stops, row, account);
        const waits =
          (row.ownText !== null && row.ownTextApprovedBy === null) ||
          (row.ownPictures !== null && row.ownPicturesApprovedBy === null);
        const why = stopped
          ? `đang tạm dừng (${stopped})`
          : waits
            ? "lời, ảnh riêng chưa ai duyệt"
            : "hệ thống sẽ thử tiếp";
        await tellPosters(current, content, {
          cause: `delivery-missed:${row.id}:${row.dueAt!.toISOString()}`,
          kind: "failure",
          title: `Quá giờ mà chưa lên ${account.name}, ${why}: ${content.title}`,
          deliveryId: row.id,
        });
      },
      { at: now },
    );
  }
  return missed.length;
}
