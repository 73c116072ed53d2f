import { and, eq } from "drizzle-orm";
import { notify, peopleWithRole } from "#organization";
import type { Database } from "#platform/database/database.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { later } from "#platform/jobs/later.ts";
import { systemActor, type Work, work } from "#platform/work/work.ts";
import { type Answered, callWebhook } from "./call-webhook.ts";
import { webhook, webhookAttempt, webhookMessage } from "./tables.ts";
import { WEBHOOK_QUEUE } from "./tell-outside.ts";
import { MOST_REFUSALS, nextCall, OFF_AFTER_DAYS } from "./webhook.ts";
import { webhookBody } from "./webhook-body.ts";

const DAY = 86_400_000;
type Message = typeof webhookMessage.$inferSelect;
type Webhook = typeof webhook.$inferSelect;

const caller = (agencyId: string) => systemActor(agencyId, "Báo hệ thống khác");

const endMessage = ({ tx, at }: Work, id: string, state: "sent" | "given-up") =>
  tx
    .update(webhookMessage)
    .set({ state, settledAt: at })
    .where(and(eq(webhookMessage.id, id), eq(webhookMessage.state, "waiting")));

/** The call is written down before it is made; null: what the message was about is no more. */
async function announce(
  current: Work,
  message: Message,
): Promise<{ attemptId: string; body: string } | null> {
  const { tx, at } = current;
  const body = message.body ?? (await webhookBody(tx, message));
  if (body === null) {
    await endMessage(current, message.id, "given-up");
    return null;
  }
  await tx
    .update(webhookMessage)
    .set({ body, attempts: message.attempts + 1 })
    .where(eq(webhookMessage.id, message.id));
  const attemptId = uuidv7();
  await tx
    .insert(webhookAttempt)
    .values({ id: attemptId, agencyId: message.agencyId, messageId: message.id, at });
  return { attemptId, body };
}

/** The system is told nothing until somebody switches it on again, and its keepers hear of that once. */
async function switchOff(current: Work, { id, name }: Webhook, why: string): Promise<void> {
  const { tx, at, actor } = current;
  await tx.update(webhook).set({ offReason: why, offAt: at }).where(eq(webhook.id, id));
  await current.record({ act: "stop-webhook", objectKind: "webhook", objectId: id, reason: why });
  await notify(current, {
    personIds: (await peopleWithRole(tx, actor.agencyId, "administrator")).map((person) => person.id),
    cause: `webhook-off:${id}:${at.toISOString()}`,
    kind: "failure",
    title: `Đã ngừng báo cho ${name}: ${why} Việc xảy ra từ nay vẫn được ghi để gửi khi bật lại.`,
    href: `/workspace/bao-he-thong-khac/${id}`,
  });
}

async function settle(
  current: Work,
  message: Message,
  attemptId: string,
  { status, words, end, waits }: Answered,
): Promise<"go-on" | "stop"> {
  const { tx, at } = current;
  await tx.update(webhookAttempt).set({ status, words }).where(eq(webhookAttempt.id, attemptId));
  const [system] = await tx.select().from(webhook).where(eq(webhook.id, message.webhookId)).for("update");
  if (!system) return "stop";
  if (end === "taken" || end === "refused")
    await tx.update(webhook).set({ failingSince: null }).where(eq(webhook.id, system.id));
  if (end === "taken") {
    await endMessage(current, message.id, "sent");
    return "go-on";
  }
  if (end === "refused" && message.refusals + 1 >= MOST_REFUSALS) {
    await endMessage(current, message.id, "given-up");
    return "go-on";
  }
  const nextTryAt = nextCall(at, message.attempts + 1, waits);
  await tx
    .update(webhookMessage)
    .set({ nextTryAt, refusals: message.refusals + (end === "refused" ? 1 : 0) })
    .where(eq(webhookMessage.id, message.id));
  await later(current, WEBHOOK_QUEUE, nextTryAt);
  if (end === "refused" || system.offReason !== null) return "stop";
  const since = system.failingSince ?? at;
  await tx.update(webhook).set({ failingSince: since }).where(eq(webhook.id, system.id));
  if (end === "gone") await switchOff(current, system, words);
  else if (at.getTime() - since.getTime() >= OFF_AFTER_DAYS * DAY)
    await switchOff(current, system, `Đã ${OFF_AFTER_DAYS} ngày không gửi được tin nào. ${words}`);
  return "stop";
}

/**
 * One attempt to tell a system of one thing, written down before and after the call; killed between the two it is made
 * again, under the same id. Gives whether the next message may follow.
 */
export async function attemptMessage(
  database: Database,
  message: Message,
  at: { url: string; sealed: string },
  clock: () => Date,
): Promise<"go-on" | "stop"> {
  const actor = caller(message.agencyId);
  const begun = clock();
  const announced = await work(database, actor, (current) => announce(current, message), { at: begun });
  if (!announced) return "go-on";
  const { attemptId, body } = announced;
  const answered = await callWebhook(at, { messageId: message.id, body }, begun);
  return work(database, actor, (current) => settle(current, message, attemptId, answered), { at: clock() });
}
