import { and, eq, isNull, lte, sql } from "drizzle-orm";
import type { Database } from "#platform/database/database.ts";
import { tryLock } from "#platform/database/hold-lock.ts";
import { attemptMessage } from "./attempt-message.ts";
import { webhook, webhookMessage, webhookSecret } from "./tables.ts";
import { KEPT_DAYS } from "./webhook.ts";

/** Systems that are called at the same time. */
const HANDS = 3;
/** Then another worker, or this one later, goes on. */
const MOST_AT_ONCE = 200;
const DAY = 86_400_000;

const lockOf = (webhookId: string) => sql`hashtextextended(${`webhook ${webhookId}`}, 0)`;

/** The message whose turn it is: the first that waits. */
async function firstWaiting(database: Database, webhookId: string) {
  const [found] = await database
    .select({ message: webhookMessage, url: webhook.url, sealed: webhookSecret.sealed })
    .from(webhookMessage)
    .innerJoin(webhook, eq(webhook.id, webhookMessage.webhookId))
    .innerJoin(webhookSecret, eq(webhookSecret.webhookId, webhook.id))
    .where(
      and(
        eq(webhookMessage.webhookId, webhookId),
        eq(webhookMessage.state, "waiting"),
        isNull(webhook.offReason),
      ),
    )
    .orderBy(webhookMessage.place)
    .limit(1);
  return found ?? null;
}

/** Sends a system what waits, one after another in its order; the next only when the one before is over. */
async function drain(database: Database, webhookId: string, clock: () => Date): Promise<number> {
  return database.transaction(async (alive) => {
    if (!(await tryLock(alive, lockOf(webhookId)))) return 0;
    for (let sent = 0; ; sent += 1) {
      const first = await firstWaiting(database, webhookId);
      if (sent >= MOST_AT_ONCE || !first || first.message.nextTryAt > clock()) return sent;
      if ((await attemptMessage(database, first.message, first, clock)) === "stop") return sent + 1;
    }
  });
}

/** What is over, or has waited in vain for so long, is not kept for ever. */
async function clearOld(database: Database, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT_DAYS * DAY);
  await database
    .update(webhookMessage)
    .set({ state: "given-up", settledAt: now })
    .where(and(eq(webhookMessage.state, "waiting"), lte(webhookMessage.occurredAt, before)));
  await database.delete(webhookMessage).where(lte(webhookMessage.settledAt, before));
}

/**
 * Sends what is due to every system that is on, several systems side by side, each by one worker at a time: its lock
 * goes with the connection, however the process ends. Gives how many calls were made.
 */
export async function sendWebhooks(database: Database, clock = () => new Date()): Promise<number> {
  await clearOld(database, clock());
  const due = await database
    .selectDistinct({ id: webhook.id })
    .from(webhook)
    .innerJoin(webhookMessage, eq(webhookMessage.webhookId, webhook.id))
    .where(
      and(
        isNull(webhook.offReason),
        eq(webhookMessage.state, "waiting"),
        lte(webhookMessage.nextTryAt, clock()),
      ),
    );
  let called = 0;
  const queue = due.map(({ id }) => id);
  const hand = async () => {
    for (let id = queue.shift(); id !== undefined; id = queue.shift())
      called += await drain(database, id, clock);
  };
  await Promise.all(Array.from({ length: Math.min(HANDS, queue.length) }, hand));
  return called;
}
