import { and, count, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { nameOfFeed } from "#newsroom";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { subscriptionPolicy } from "./policy.ts";
import { feedDelivery, feedSubscription } from "./tables.ts";

const PAGE = 50;
type Subscription = typeof feedSubscription.$inferSelect;

const standing = ({ endedAt, endedBy }: Subscription) => ({
  isOn: endedAt === null,
  isBarred: endedBy !== null,
});

/** One of the agency's; locked for an act that changes it. */
export async function subscriptionOf(q: Queryable, agencyId: string, id: string, { lock = false } = {}) {
  const query = q
    .select()
    .from(feedSubscription)
    .where(and(eq(feedSubscription.agencyId, agencyId), eq(feedSubscription.id, id)));
  const [found] = await (lock ? query.for("update") : query);
  if (!found) throw new NotFound("Nơi theo dõi này không còn trong danh sách.");
  return { ...found, ...standing(found) };
}

/** Who follows the agency's feeds: those that hold first, each with what it was last sent. */
export async function listSubscriptions(q: Queryable, actor: Actor, { page = 1 }: { page?: number } = {}) {
  const own = eq(feedSubscription.agencyId, actor.agencyId);
  const found = await q
    .select()
    .from(feedSubscription)
    .where(own)
    .orderBy(desc(isNull(feedSubscription.endedAt)), desc(feedSubscription.begunAt), feedSubscription.id)
    .limit(PAGE)
    .offset((page - 1) * PAGE);
  const ids = found.map(({ id }) => id);
  const newest = await q
    .selectDistinctOn([feedDelivery.subscriptionId])
    .from(feedDelivery)
    .where(inArray(feedDelivery.subscriptionId, ids))
    .orderBy(feedDelivery.subscriptionId, desc(feedDelivery.heardAt));
  const sent = await q
    .select({
      id: feedDelivery.subscriptionId,
      at: sql<Date>`max(${feedDelivery.settledAt})`.mapWith(feedDelivery.settledAt),
    })
    .from(feedDelivery)
    .where(and(inArray(feedDelivery.subscriptionId, ids), eq(feedDelivery.state, "sent")))
    .groupBy(feedDelivery.subscriptionId);
  const lastOf = new Map(newest.map((row) => [row.subscriptionId, row]));
  const sentOf = new Map(sent.map((row) => [row.id, row.at]));
  const [{ total } = { total: 0 }] = await q.select({ total: count() }).from(feedSubscription).where(own);
  return {
    subscriptions: found.map((one) => {
      const { id, agencyId, callbackHost, topic, begunAt, leaseUntil, failingSince, endedAt } = one;
      const last = lastOf.get(id);
      return {
        ...{ id, callbackHost, topic, feed: nameOfFeed(topic), begunAt, leaseUntil, failingSince, endedAt },
        ...{ endedReason: one.endedReason, ...standing(one), lastSentAt: sentOf.get(id) ?? null },
        lastWords: last?.words ?? null,
        nextTryAt: last?.state === "waiting" ? last.nextTryAt : null,
        may: subscriptionPolicy.may(actor, { agencyId, ...standing(one) }),
      };
    }),
    total,
    pageSize: PAGE,
  };
}
