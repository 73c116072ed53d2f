import { and, asc, count, desc, eq, inArray, max, sql } from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { webhookPolicy } from "./policy.ts";
import { webhook, webhookAttempt, webhookMessage } from "./tables.ts";
import { kindLabel, type MessageState, webhookKinds } from "./webhook.ts";

const PAGE = 50;
type Webhook = typeof webhook.$inferSelect;

/** One of the agency's; locked for an act that changes it. */
export async function webhookOf(
  q: Queryable,
  agencyId: string,
  id: string,
  { lock = false } = {},
): Promise<Webhook & { isOn: boolean }> {
  const query = q
    .select()
    .from(webhook)
    .where(and(eq(webhook.agencyId, agencyId), eq(webhook.id, id)));
  const [found] = await (lock ? query.for("update") : query);
  if (!found) throw new NotFound("Hệ thống này không còn trong danh sách.");
  return { ...found, isOn: found.offReason === null };
}

async function present(q: Queryable, actor: Actor, found: Webhook[]) {
  const sums = new Map(
    (
      await q
        .select({
          id: webhookMessage.webhookId,
          waiting: sql<number>`count(*) filter (where state = 'waiting')`.mapWith(Number),
          lastSentAt: max(sql`case when state = 'sent' then settled_at end`).mapWith(
            webhookMessage.settledAt,
          ),
        })
        .from(webhookMessage)
        .where(eq(webhookMessage.agencyId, actor.agencyId))
        .groupBy(webhookMessage.webhookId)
    ).map(({ id, ...sum }) => [id, sum]),
  );
  return found.map(({ id, agencyId, name, url, kinds, offReason, offAt, failingSince }) => ({
    ...{ id, name, url, kinds, offReason, offAt, failingSince },
    isOn: offReason === null,
    waiting: sums.get(id)?.waiting ?? 0,
    lastSentAt: sums.get(id)?.lastSentAt ?? null,
    may: webhookPolicy.may(actor, { agencyId, isOn: offReason === null }),
  }));
}

export async function listWebhooks(q: Queryable, actor: Actor) {
  const found = await q
    .select()
    .from(webhook)
    .where(eq(webhook.agencyId, actor.agencyId))
    .orderBy(asc(webhook.name), asc(webhook.id));
  return {
    webhooks: await present(q, actor, found),
    kinds: webhookKinds.map(({ slug, label }) => ({ slug, label })),
    may: webhookPolicy.may(actor, { agencyId: actor.agencyId }),
  };
}

/** What a system was told, the newest first, each with its calls. */
export async function webhookLog(
  q: Queryable,
  actor: Actor,
  { id, state, page = 1 }: { id: string; state?: MessageState | undefined; page?: number },
) {
  const found = await webhookOf(q, actor.agencyId, id);
  const which = and(eq(webhookMessage.webhookId, id), state && eq(webhookMessage.state, state));
  const rows = await q
    .select()
    .from(webhookMessage)
    .where(which)
    .orderBy(desc(webhookMessage.place))
    .limit(PAGE)
    .offset((page - 1) * PAGE);
  const attempts = await q
    .select()
    .from(webhookAttempt)
    .where(
      inArray(
        webhookAttempt.messageId,
        rows.map((row) => row.id),
      ),
    )
    .orderBy(asc(webhookAttempt.at), asc(webhookAttempt.id));
  const of = Map.groupBy(attempts, ({ messageId }) => messageId);
  const [{ total } = { total: 0 }] = await q.select({ total: count() }).from(webhookMessage).where(which);
  return {
    webhook: (await present(q, actor, [found]))[0]!,
    messages: rows.map(({ id: messageId, kind, occurredAt, state: now, nextTryAt, body }) => ({
      id: messageId,
      webhookId: `msg_${messageId}`,
      kindLabel: kindLabel(kind),
      occurredAt,
      state: now,
      nextTryAt: now === "waiting" ? nextTryAt : null,
      body,
      attempts: (of.get(messageId) ?? []).map(({ at, status, words }) => ({ at, status, words })),
    })),
    total,
    pageSize: PAGE,
  };
}
