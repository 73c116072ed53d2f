import { and, asc, inArray, isNotNull, isNull, lt, or } from "drizzle-orm";
import type { Database } from "#platform/database/database.ts";
import { work } from "#platform/work/work.ts";
import { pauseOf } from "../accounts/account-queries.ts";
import { MISSED_MINUTES } from "../deliveries/delivery.ts";
import { carrier } from "../deliveries/take-delivery.ts";
import { tellPosters } from "../deliveries/tell-posters.ts";
import { placementChange } from "../tables.ts";
import { changeActLabels } from "./change.ts";
import { wholeOfChange } from "./change-queries.ts";

/** Looked at each minute, so that everybody is told within the five. */
const OVERDUE_MINUTES = MISSED_MINUTES - 2;

/** Tells who posts of what should have been corrected or taken down and has not: stopped, or nothing is at work. Once each. */
export async function noticeMissedChanges(database: Database, now = new Date()): Promise<number> {
  const before = new Date(now.getTime() - OVERDUE_MINUTES * 60_000);
  const missed = await database
    .select()
    .from(placementChange)
    .where(
      and(
        inArray(placementChange.state, ["waiting", "failed"]),
        lt(placementChange.askedAt, before),
        or(isNull(placementChange.ownText), isNotNull(placementChange.ownTextApprovedBy)),
        or(isNull(placementChange.nextTryAt), lt(placementChange.nextTryAt, before)),
      ),
    )
    .orderBy(asc(placementChange.askedAt))
    .limit(200);
  for (const row of missed)
    await work(
      database,
      carrier(row.agencyId),
      async (current) => {
        const whole = await wholeOfChange(current.tx, row);
        if (!whole) return;
        const { account, content } = whole;
        const pause = await pauseOf(current.tx, row.agencyId);
        const stopped = pause?.reason ?? (account.state === "paused" ? account.stateReason : null);
        await tellPosters(current, content, {
          cause: `change-missed:${row.id}:${row.askedAt.toISOString()}`,
          kind: "failure",
          title: `Quá giờ mà chưa ${changeActLabels[row.act]} trên ${account.name}, ${
            stopped ? `đang tạm dừng (${stopped})` : "hệ thống sẽ thử tiếp"
          }: ${content.title}`,
          deliveryId: row.deliveryId,
        });
      },
      { at: now },
    );
  return missed.length;
}
