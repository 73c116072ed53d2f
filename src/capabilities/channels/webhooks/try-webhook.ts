import { eq } from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import type { Database } from "#platform/database/database.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { work } from "#platform/work/work.ts";
import { callWebhook } from "./call-webhook.ts";
import { webhookPolicy } from "./policy.ts";
import { webhookAttempt, webhookMessage, webhookSecret } from "./tables.ts";
import { TEST_KIND } from "./webhook.ts";
import { webhookBody } from "./webhook-body.ts";
import { webhookOf } from "./webhook-queries.ts";

/** Calls the system once, past what waits, and tells what it said; the call stands in the log and changes nothing else. */
export async function tryWebhook(
  database: Database,
  actor: Actor,
  { id }: { id: string },
): Promise<{ taken: boolean; status: number | null; words: string }> {
  const { agencyId } = actor;
  const system = webhookPolicy.permit(actor, "try", await webhookOf(database, agencyId, id));
  const [secret] = await database.select().from(webhookSecret).where(eq(webhookSecret.webhookId, id));
  const at = new Date();
  const message = {
    ...{ id: uuidv7(), agencyId, webhookId: id, kind: TEST_KIND.slug, about: { webhookId: id } },
    ...{ occurredAt: at, nextTryAt: at, attempts: 1, settledAt: at, state: "given-up" as const },
  };
  const body = (await webhookBody(database, {
    ...message,
    sourceKey: "",
    place: 0,
    body: null,
    refusals: 0,
  }))!;
  // The system is asked outside the transaction: nobody waits for it.
  const { status, words, end } = await callWebhook(
    { url: system.url, sealed: secret!.sealed },
    { messageId: message.id, body },
    at,
  );
  const taken = end === "taken";
  await work(database, actor, async (current) => {
    await webhookOf(current.tx, agencyId, id, { lock: true });
    await current.tx
      .insert(webhookMessage)
      .values({ ...message, sourceKey: `test ${message.id}`, body, state: taken ? "sent" : "given-up" });
    await current.tx
      .insert(webhookAttempt)
      .values({ id: uuidv7(), agencyId, messageId: message.id, at, status, words });
    await current.record({
      act: "try-webhook",
      objectKind: "webhook",
      objectId: id,
      after: { taken, status },
    });
  });
  return { taken, status, words };
}
