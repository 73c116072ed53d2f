import { and, eq, isNull } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import type { Work } from "#platform/work/work.ts";
import { putRequest } from "./ask-hub.ts";
import { subscriptionPolicy } from "./policy.ts";
import { subscriptionOf } from "./subscription-queries.ts";
import { feedDelivery, feedSubscription, feedSubscriptionSecret } from "./tables.ts";

/** The subscription of this place that holds, locked. */
export async function subscriptionAt(q: Queryable, place: { topic: string; callbackKey: string }) {
  const [known] = await q
    .select({ id: feedSubscription.id })
    .from(feedSubscription)
    .where(
      and(
        eq(feedSubscription.topic, place.topic),
        eq(feedSubscription.callbackKey, place.callbackKey),
        isNull(feedSubscription.endedAt),
      ),
    )
    .for("update");
  return known ?? null;
}

/** Nothing is sent there any more: its address and its secret go, what waited is given up. */
export async function endOf(
  { tx, at }: Pick<Work, "tx" | "at">,
  id: string,
  endedReason: string,
  endedBy: string | null = null,
): Promise<void> {
  await tx
    .update(feedSubscription)
    .set({ endedAt: at, endedReason, endedBy })
    .where(and(eq(feedSubscription.id, id), isNull(feedSubscription.endedAt)));
  await tx.delete(feedSubscriptionSecret).where(eq(feedSubscriptionSecret.subscriptionId, id));
  await tx
    .update(feedDelivery)
    .set({ state: "given-up", settledAt: at })
    .where(and(eq(feedDelivery.subscriptionId, id), eq(feedDelivery.state, "waiting")));
}

/** An administrator ends it; the place is told (WebSub, 5.2), and does not get in again by itself for a while. */
export async function endSubscription(
  work: Work,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  const { tx, actor } = work;
  if (reason.trim() === "")
    throw new Unacceptable("Hãy ghi lý do thôi gửi.", [{ field: "reason", message: "Hãy ghi lý do." }]);
  const found = subscriptionPolicy.permit(
    actor,
    "end",
    await subscriptionOf(tx, actor.agencyId, id, { lock: true }),
  );
  const [secret] = await tx
    .select()
    .from(feedSubscriptionSecret)
    .where(eq(feedSubscriptionSecret.subscriptionId, id));
  const { agencyId, topic, callbackHost, callbackKey } = found;
  await endOf(work, id, reason.trim(), actor.personId);
  if (secret) {
    const place = { agencyId, topic, callbackHost, callbackKey };
    await putRequest(work, { ...place, mode: "denied", leaseSeconds: 1, sealed: secret.sealed });
  }
  await work.record({
    act: "end-feed-subscription",
    objectKind: "feed-subscription",
    objectId: id,
    before: { topic, callbackHost },
    reason: reason.trim(),
  });
}

/** Whoever was ended by somebody may ask again; nothing is sent before it does. */
export async function allowSubscription(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor } = work;
  subscriptionPolicy.permit(actor, "allow", await subscriptionOf(tx, actor.agencyId, id, { lock: true }));
  await tx.update(feedSubscription).set({ endedBy: null }).where(eq(feedSubscription.id, id));
  await work.record({ act: "allow-feed-subscription", objectKind: "feed-subscription", objectId: id });
}
