import { inArray, sql } from "drizzle-orm";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Database, Transaction } from "#platform/database/database.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { systemActor } from "#platform/work/work.ts";
import { delivery, deliveryEvent } from "../tables.ts";
import type { Delivery } from "./delivery-queries.ts";

/** In the audit and in histories: nobody in person. */
export const carrier = (agencyId: string) => systemActor(agencyId, "Đăng kênh");

/** Another was first; so says the database. */
export const isTwin = (error: unknown): boolean =>
  [error, (error as { cause?: unknown }).cause].some(
    (fault) => (fault as { code?: string } | undefined)?.code === "23505",
  );

/**
 * Takes what is due first, at most so many, for this worker alone: one of each account that nobody works on, that is not
 * stopped and that its network does not hold. Committed before anything is called.
 */
export async function takeDeliveries(
  database: Database,
  workerId: string,
  most: number,
  now: Date,
): Promise<Delivery[]> {
  // Two workers may choose the same account at the same moment; the index lets one of them have it.
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      return await database.transaction((tx) => take(tx, workerId, attempt === 0 ? most : 1, now));
    } catch (error) {
      if (!isTwin(error)) throw error;
    }
  }
  return [];
}

async function take(tx: Transaction, workerId: string, most: number, now: Date): Promise<Delivery[]> {
  const at = now.toISOString();
  const today = toVietnamDate(now).toString();
  const due = sql`d.state in ('pending', 'failed') and d.due_at <= ${at}
    and (d.next_try_at is null or d.next_try_at <= ${at})
    and (d.own_text is null or d.own_text_approved_by is not null)
    and (d.own_pictures is null or d.own_pictures_approved_by is not null)
    and (d.time_reason is not null or not exists (select from quiet_days q where q.agency_id = d.agency_id
      and ${today} between q.from_day and q.to_day and (q.account_id is null or q.account_id = a.id)
      and (q.network is null or q.network = a.network)))`;
  const { rows } = await tx.execute<{ id: string }>(sql`
    with account as (
      select a.id, a.network from channel_account a
      where a.state = 'open' and (a.held_until is null or a.held_until <= ${at})
        and not exists (select from channel_pause p where p.agency_id = a.agency_id)
        and not exists (select from delivery d where d.account_id = a.id and d.state = 'submitting')
        and not exists (select from placement_change c where c.account_id = a.id and c.state = 'running')
        and exists (select from delivery d where d.account_id = a.id and ${due})
      order by (select min(d.due_at) from delivery d where d.account_id = a.id and ${due}), a.id
      limit ${most}
      for no key update skip locked
    )
    select first.id from account a cross join lateral (
      select d.id from delivery d where d.account_id = a.id and ${due}
      order by d.due_at, d.id limit 1 for update skip locked
    ) first`);
  if (rows.length === 0) return [];
  const taken = await tx
    .update(delivery)
    .set({
      state: "submitting",
      takenBy: workerId,
      attempts: sql`${delivery.attempts} + 1`,
      reason: null,
      nextTryAt: null,
    })
    .where(
      inArray(
        delivery.id,
        rows.map(({ id }) => id),
      ),
    )
    .returning();
  await tx.insert(deliveryEvent).values(
    taken.map(({ id, agencyId, attempts }) => ({
      ...{ id: uuidv7(), agencyId, deliveryId: id, at: now, state: "submitting" as const },
      words: attempts === 1 ? "Bắt đầu gửi" : `Gửi lại, lần ${attempts}`,
      byName: carrier(agencyId).name,
    })),
  );
  return taken;
}
