import { and, eq } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import { later } from "#platform/jobs/later.ts";
import type { Work } from "#platform/work/work.ts";
import { webhookPolicy } from "./policy.ts";
import { webhook, webhookMessage } from "./tables.ts";
import { WEBHOOK_QUEUE } from "./tell-outside.ts";
import { webhookOf } from "./webhook-queries.ts";

/** Nothing is sent until it is started again; what happens meanwhile waits. */
export async function stopWebhook(work: Work, { id, reason }: { id: string; reason: string }): Promise<void> {
  const { tx, actor, at } = work;
  if (reason.trim() === "")
    throw new Unacceptable("Hãy ghi lý do ngừng báo.", [{ field: "reason", message: "Hãy ghi lý do." }]);
  webhookPolicy.permit(actor, "stop", await webhookOf(tx, actor.agencyId, id, { lock: true }));
  await tx.update(webhook).set({ offReason: reason.trim(), offAt: at }).where(eq(webhook.id, id));
  await work.record({ act: "stop-webhook", objectKind: "webhook", objectId: id, reason: reason.trim() });
}

/** What waited goes out at once, in its order. */
export async function startWebhook(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor, at } = work;
  webhookPolicy.permit(actor, "start", await webhookOf(tx, actor.agencyId, id, { lock: true }));
  await tx
    .update(webhook)
    .set({ offReason: null, offAt: null, failingSince: null })
    .where(eq(webhook.id, id));
  await tx
    .update(webhookMessage)
    .set({ nextTryAt: at })
    .where(and(eq(webhookMessage.webhookId, id), eq(webhookMessage.state, "waiting")));
  await later(work, WEBHOOK_QUEUE, at);
  await work.record({ act: "start-webhook", objectKind: "webhook", objectId: id });
}

/** It is told no more; what it was told, and its secret, go with it. The audit stays. */
export async function removeWebhook(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor } = work;
  const { name, url, kinds } = webhookPolicy.permit(
    actor,
    "remove",
    await webhookOf(tx, actor.agencyId, id, { lock: true }),
  );
  await tx.delete(webhook).where(eq(webhook.id, id));
  await work.record({
    act: "remove-webhook",
    objectKind: "webhook",
    objectId: id,
    before: { name, url, kinds },
  });
}

/** The same message once more, under the same id, whether it was taken or given up; one that waits goes at once. */
export async function sendWebhookAgain(
  work: Work,
  { id, messageId }: { id: string; messageId: string },
): Promise<void> {
  const { tx, actor, at } = work;
  webhookPolicy.permit(actor, "sendAgain", await webhookOf(tx, actor.agencyId, id, { lock: true }));
  const [sent] = await tx
    .update(webhookMessage)
    .set({ state: "waiting", settledAt: null, refusals: 0, nextTryAt: at })
    .where(and(eq(webhookMessage.webhookId, id), eq(webhookMessage.id, messageId)))
    .returning();
  if (!sent) throw new Unacceptable("Tin này không còn trong nhật ký: tin đã xong được giữ 30 ngày.", []);
  await later(work, WEBHOOK_QUEUE, at);
  await work.record({
    act: "send-webhook-again",
    objectKind: "webhook",
    objectId: id,
    after: { messageId },
  });
}
