import { createHmac } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "#platform/database/database.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { later } from "#platform/jobs/later.ts";
import { systemActor, type Work, work } from "#platform/work/work.ts";
import { openSealed } from "../accounts/credentials.ts";
import { type Answered, callReceiver } from "../webhooks/call-webhook.ts";
import { endOf } from "./end-subscription.ts";
import { nextSending, type Sealed, WEBSUB_QUEUE } from "./subscription.ts";
import { feedDelivery, feedSubscription } from "./tables.ts";

type Sending = typeof feedDelivery.$inferSelect;
type Subscription = typeof feedSubscription.$inferSelect;

/** A feed as it is sent. */
interface Sent {
  body: string;
  version: string;
  head: Record<string, string>;
}

const stillWaits = ({ id, attempts }: Sending) =>
  and(eq(feedDelivery.id, id), eq(feedDelivery.state, "waiting"), eq(feedDelivery.attempts, attempts));

/**
 * Whether it is to be called, written down before it is; not when the subscriber has just this, and nothing else may
 * have reached it meanwhile.
 */
async function announce(
  { tx, at }: Work,
  sending: Sending,
  subscription: Subscription,
  version: string,
): Promise<boolean> {
  if (sending.attempts === 0 && subscription.version === version) {
    // What was heard since it was read stays, and is looked at again.
    await tx.delete(feedDelivery).where(and(stillWaits(sending), eq(feedDelivery.heard, sending.heard)));
    return false;
  }
  const attempts = sending.attempts + 1;
  const [announced] = await tx
    .update(feedDelivery)
    .set({
      ...{ attempts, version, triedAt: at, status: null, words: null },
      nextTryAt: nextSending(at, attempts),
    })
    .where(stillWaits(sending))
    .returning();
  return announced !== undefined;
}

/** The subscriber has it; what was heard of meanwhile follows as a sending of its own. */
async function sent(
  current: Work,
  { id, heard, agencyId, subscriptionId }: Sending,
  version: string,
): Promise<void> {
  const { tx, at } = current;
  const [over] = await tx
    .update(feedDelivery)
    .set({ state: "sent", settledAt: at })
    .where(and(eq(feedDelivery.id, id), eq(feedDelivery.state, "waiting")))
    .returning();
  await tx
    .update(feedSubscription)
    .set({ version, failingSince: null })
    .where(eq(feedSubscription.id, subscriptionId));
  if (!over || over.heard === heard) return;
  const next = { id: uuidv7(), agencyId, subscriptionId, state: "waiting" as const };
  await tx.insert(feedDelivery).values({ ...next, heardAt: over.heardAt, nextTryAt: at });
  await later(current, WEBSUB_QUEUE, at);
}

async function settle(
  current: Work,
  sending: Sending,
  version: string,
  { status, words, end, waits }: Answered,
): Promise<void> {
  const { tx, at } = current;
  const { id, subscriptionId } = sending;
  const [holds] = await tx
    .select()
    .from(feedSubscription)
    .where(and(eq(feedSubscription.id, subscriptionId), isNull(feedSubscription.endedAt)))
    .for("update");
  await tx.update(feedDelivery).set({ status, words }).where(eq(feedDelivery.id, id));
  if (!holds) return;
  if (end === "taken") return sent(current, sending, version);
  if (end === "gone") return endOf(current, subscriptionId, words);
  const nextTryAt = nextSending(at, sending.attempts + 1, waits);
  await tx.update(feedDelivery).set({ nextTryAt }).where(eq(feedDelivery.id, id));
  await tx
    .update(feedSubscription)
    .set({ failingSince: holds.failingSince ?? at })
    .where(eq(feedSubscription.id, subscriptionId));
  await later(current, WEBSUB_QUEUE, nextTryAt);
}

/** Proves to the subscriber that it comes from the hub and is whole (WebSub, 7.1). */
const signed = (secret: string | null, body: string): Record<string, string> =>
  secret === null
    ? {}
    : { "x-hub-signature": `sha256=${createHmac("sha256", secret).update(body).digest("hex")}` };

/**
 * One attempt to send a feed to one subscriber, written down before and after the call; killed between the two it is
 * made again, with the feed as it is then. Gives whether the host answered.
 */
export async function attemptSending(
  database: Database,
  due: { sending: Sending; subscription: Subscription; sealed: string },
  feed: Sent | null,
  clock: () => Date,
): Promise<boolean> {
  const { sending, subscription, sealed } = due;
  const actor = systemActor(sending.agencyId, "Nguồn tin");
  if (!feed) {
    await work(database, actor, (w) => endOf(w, subscription.id, "Nguồn tin không còn."), { at: clock() });
    return true;
  }
  const { version, body, head } = feed;
  const isToBeCalled = await work(
    database,
    actor,
    (current) => announce(current, sending, subscription, version),
    { at: clock() },
  );
  if (!isToBeCalled) return true;
  const answered = await callReceiver(async () => {
    const { callback, secret } = (await openSealed(sealed)) as Sealed;
    const headers = { ...head, ...signed(secret, body), "user-agent": "GanDan-WebSub/1" };
    return { url: callback, headers, body };
  });
  await work(database, actor, (current) => settle(current, sending, version, answered), { at: clock() });
  return answered.status !== null;
}
