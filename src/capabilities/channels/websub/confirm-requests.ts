import { randomBytes } from "node:crypto";
import { and, asc, eq, lt, lte } from "drizzle-orm";
import { followedFeed } from "#newsroom";
import type { Database } from "#platform/database/database.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { later } from "#platform/jobs/later.ts";
import { systemActor, type Work, work } from "#platform/work/work.ts";
import { openSealed } from "../accounts/credentials.ts";
import { callReceiver } from "../webhooks/call-webhook.ts";
import { isBarred } from "./ask-hub.ts";
import { endOf, subscriptionAt } from "./end-subscription.ts";
import { byHost } from "./one-host-at-a-time.ts";
import { hashOf, nextConfirming, type RequestState, type Sealed, WEBSUB_QUEUE } from "./subscription.ts";
import { feedDelivery, feedRequest, feedSubscription, feedSubscriptionSecret } from "./tables.ts";

type Request = typeof feedRequest.$inferSelect;

const DAY = 86_400_000;
/** Then this one later, or another worker, goes on. */
const MOST_AT_ONCE = 200;

/** The subscription holds from now on; the feed as it stands is what the subscriber is taken to have. */
async function hold(current: Work, request: Request, version: string): Promise<void> {
  const { tx, at } = current;
  const { agencyId, topic, callbackHost, callbackKey, sealed, leaseSeconds } = request;
  const renewed = { renewedAt: at, leaseUntil: new Date(at.getTime() + leaseSeconds * 1000) };
  const known = await subscriptionAt(tx, request);
  const id = known?.id ?? uuidv7();
  if (known) {
    await tx.update(feedSubscription).set(renewed).where(eq(feedSubscription.id, id));
    // It is there again: what waited for it does not wait longer.
    await tx
      .update(feedDelivery)
      .set({ nextTryAt: at })
      .where(and(eq(feedDelivery.subscriptionId, id), eq(feedDelivery.state, "waiting")));
  } else
    await tx
      .insert(feedSubscription)
      .values({ id, agencyId, topic, callbackHost, callbackKey, begunAt: at, ...renewed, version });
  await tx
    .insert(feedSubscriptionSecret)
    .values({ subscriptionId: id, agencyId, sealed, savedAt: at })
    .onConflictDoUpdate({ target: feedSubscriptionSecret.subscriptionId, set: { sealed, savedAt: at } });
}

/** What a place answered becomes what holds; only while nothing else was asked since. */
async function settle(
  current: Work,
  request: Request,
  answer: "yes" | "no" | "silent",
  version: string | null,
): Promise<void> {
  const { tx, at } = current;
  const still = and(eq(feedRequest.id, request.id), eq(feedRequest.state, "waiting"));
  const [waiting] = await tx.select().from(feedRequest).where(still).for("update");
  if (!waiting) return;
  const end = (state: RequestState) => tx.update(feedRequest).set({ state }).where(still);
  if (request.mode === "denied" && answer !== "silent") return void (await end("confirmed"));
  if (answer === "silent") {
    const nextTryAt = nextConfirming(at, waiting.attempts);
    if (nextTryAt === null) return void (await end("refused"));
    await tx.update(feedRequest).set({ nextTryAt }).where(still);
    return later(current, WEBSUB_QUEUE, nextTryAt);
  }
  const barred = request.mode === "subscribe" && (await isBarred(current, request));
  if (answer === "no" || barred || version === null) return void (await end("refused"));
  await end("confirmed");
  if (request.mode === "subscribe") return hold(current, request, version);
  const known = await subscriptionAt(tx, request);
  if (known) await endOf(current, known.id, "Nơi nhận báo thôi theo dõi.");
}

/** Asks a place whether it wants what was asked in its name, or tells it that it is sent nothing more. */
async function confirm(database: Database, request: Request, clock: () => Date): Promise<boolean> {
  const { id, mode, topic, leaseSeconds } = request;
  const actor = systemActor(request.agencyId, "Nguồn tin");
  // Written down before the call: whoever is killed at it does not make it again at once.
  const [announced] = await database
    .update(feedRequest)
    .set({
      attempts: request.attempts + 1,
      nextTryAt: nextConfirming(clock(), request.attempts + 1) ?? clock(),
    })
    .where(
      and(
        eq(feedRequest.id, id),
        eq(feedRequest.state, "waiting"),
        eq(feedRequest.attempts, request.attempts),
      ),
    )
    .returning();
  if (!announced) return true;
  const challenge = randomBytes(24).toString("base64url");
  let said = "";
  const { status } = await callReceiver(
    async () => {
      const url = new URL(((await openSealed(request.sealed)) as Sealed).callback);
      const told: Record<string, string> =
        mode === "denied"
          ? { "hub.reason": "Cơ quan đã chấm dứt việc gửi nguồn tin này." }
          : { "hub.challenge": challenge };
      const query = new URLSearchParams({ "hub.mode": mode, "hub.topic": topic, ...told });
      if (mode === "subscribe") query.set("hub.lease_seconds", String(leaseSeconds));
      // What stands in the address already stays as it is, byte by byte.
      url.search = url.search === "" ? `?${query}` : `${url.search}&${query}`;
      return { url: url.href, method: "GET", headers: { "user-agent": "GanDan-WebSub/1" } };
    },
    (text) => {
      said = text;
    },
  );
  const later_ = status === null || status >= 500 || status === 429;
  const yes = status !== null && status >= 200 && status < 300 && said === challenge;
  const feed = yes && mode === "subscribe" ? await followedFeed(database, topic) : null;
  const version = mode === "unsubscribe" ? "" : feed && hashOf(feed.body);
  await work(
    database,
    actor,
    (current) => settle(current, request, later_ ? "silent" : yes ? "yes" : "no", version),
    { at: clock() },
  );
  return status !== null;
}

/** Asks and tells everybody who is to be asked or told; what is over is not kept for ever. Gives how many calls. */
export async function confirmRequests(database: Database, clock = () => new Date()): Promise<number> {
  await database.delete(feedRequest).where(lt(feedRequest.askedAt, new Date(clock().getTime() - DAY)));
  const due = await database
    .select()
    .from(feedRequest)
    .where(and(eq(feedRequest.state, "waiting"), lte(feedRequest.nextTryAt, clock())))
    .orderBy(asc(feedRequest.askedAt))
    .limit(MOST_AT_ONCE);
  return byHost(database, due, (request) => confirm(database, request, clock));
}
