import { and, asc, eq, gt, isNull, lt, lte } from "drizzle-orm";
import { followedFeed } from "#newsroom";
import type { Database } from "#platform/database/database.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { attemptSending } from "./attempt-sending.ts";
import { endOf } from "./end-subscription.ts";
import { byHost } from "./one-host-at-a-time.ts";
import { hashOf, KEPT_DAYS } from "./subscription.ts";
import { feedDelivery, feedSubscription, feedSubscriptionSecret } from "./tables.ts";

const DAY = 86_400_000;
/** Then this one later, or another worker, goes on. */
const MOST_AT_ONCE = 500;

/** Subscriptions that were not renewed in time end; what is over is not kept for ever. */
async function clearOld(database: Database, now: Date): Promise<void> {
  const lapsed = await database
    .select({ id: feedSubscription.id, agencyId: feedSubscription.agencyId })
    .from(feedSubscription)
    .where(and(isNull(feedSubscription.endedAt), lte(feedSubscription.leaseUntil, now)));
  for (const { id, agencyId } of lapsed)
    await work(
      database,
      systemActor(agencyId, "Nguồn tin"),
      async (current) => {
        const [still] = await current.tx
          .select({ id: feedSubscription.id })
          .from(feedSubscription)
          .where(
            and(
              eq(feedSubscription.id, id),
              isNull(feedSubscription.endedAt),
              lte(feedSubscription.leaseUntil, now),
            ),
          )
          .for("update");
        if (still) await endOf(current, id, "Hết hạn mà nơi nhận không đăng ký lại.");
      },
      { at: now },
    );
  const before = new Date(now.getTime() - KEPT_DAYS * DAY);
  await database.delete(feedSubscription).where(lt(feedSubscription.endedAt, before));
  await database.delete(feedDelivery).where(lt(feedDelivery.settledAt, before));
}

/**
 * Sends the newest of every feed to those who follow it and have not had it, several hosts side by side. Feeds are read
 * after what is due was: whatever was heard by then is in them. Gives how many sendings were looked at.
 */
export async function distributeFeeds(database: Database, clock = () => new Date()): Promise<number> {
  const now = clock();
  await clearOld(database, now);
  const due = await database
    .select({
      sending: feedDelivery,
      subscription: feedSubscription,
      sealed: feedSubscriptionSecret.sealed,
      callbackHost: feedSubscription.callbackHost,
    })
    .from(feedDelivery)
    .innerJoin(feedSubscription, eq(feedSubscription.id, feedDelivery.subscriptionId))
    .innerJoin(feedSubscriptionSecret, eq(feedSubscriptionSecret.subscriptionId, feedSubscription.id))
    .where(
      and(
        eq(feedDelivery.state, "waiting"),
        lte(feedDelivery.nextTryAt, now),
        isNull(feedSubscription.endedAt),
        gt(feedSubscription.leaseUntil, now),
      ),
    )
    .orderBy(asc(feedDelivery.heardAt), asc(feedDelivery.id))
    .limit(MOST_AT_ONCE);
  const read = new Map<
    string,
    Promise<{ body: string; version: string; head: Record<string, string> } | null>
  >();
  const feedAt = (topic: string) => {
    const known =
      read.get(topic) ??
      followedFeed(database, topic).then(
        (feed) =>
          feed && {
            body: feed.body,
            version: hashOf(feed.body),
            head: { "content-type": feed.contentType, link: feed.link },
          },
      );
    read.set(topic, known);
    return known;
  };
  return byHost(database, due, async (one) =>
    attemptSending(database, one, await feedAt(one.subscription.topic), clock),
  );
}
