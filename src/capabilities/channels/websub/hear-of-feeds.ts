import { sql } from "drizzle-orm";
import type { Database } from "#platform/database/database.ts";
import { later } from "#platform/jobs/later.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { WEBSUB_QUEUE } from "./subscription.ts";

/**
 * What the public reads of an agency has changed: a sending for everybody who follows a feed of it, one at most that
 * waits. Which feeds really changed is seen when it is sent; heard of twice nothing is sent twice.
 */
export const hearOfFeeds = (database: Database, { agencyId }: { agencyId: string }, at = new Date()) =>
  work(
    database,
    systemActor(agencyId, "Nguồn tin"),
    async (current) => {
      const { rows } = await current.tx.execute(sql`
        insert into feed_delivery (id, agency_id, subscription_id, state, heard_at, next_try_at)
        select gen_random_uuid(), agency_id, id, 'waiting', ${at}, ${at}
        from feed_subscription
        where agency_id = ${agencyId} and ended_at is null and lease_until > ${at}
        on conflict (subscription_id) where state = 'waiting'
          do update set heard = feed_delivery.heard + 1, heard_at = excluded.heard_at
        returning 1`);
      if (rows.length > 0) await later(current, WEBSUB_QUEUE, at);
    },
    { at },
  );
