import { sql } from "drizzle-orm";
import type { Database, Transaction } from "#platform/database/database.ts";
import { systemActor } from "#platform/work/work.ts";
import { delivery } from "../tables.ts";
import type { Delivery } from "./delivery-queries.ts";
import { moveDelivery } from "./move-delivery.ts";

/** In the audit and in histories: nobody in person. */
export const carrier = (agencyId: string) => systemActor(agencyId, "Đăng kênh");

const isTwin = (error: unknown): boolean =>
  [error, (error as { cause?: unknown }).cause].some(
    (fault) => (fault as { code?: string } | undefined)?.code === "23505",
  );

/**
 * Takes the delivery that is due first, for this worker alone: of an account that nobody works on, that is not stopped
 * and that its network does not hold. Committed before anything is called. Null: nothing is due.
 */
export async function takeDelivery(
  database: Database,
  workerId: string,
  now: Date,
): Promise<Delivery | null> {
  // Two workers may choose the same account at the same moment; the index lets one of them have it.
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      return await database.transaction((tx) => takeOne(tx, workerId, now));
    } catch (error) {
      if (!isTwin(error)) throw error;
    }
  }
  return null;
}

async function takeOne(tx: Transaction, workerId: string, now: Date): Promise<Delivery | null> {
  const at = now.toISOString();
  const { rows } = await tx.execute<{ id: string }>(sql`
    select d.id from delivery d join channel_account a on a.id = d.account_id
    where d.state in ('pending', 'failed') and d.due_at <= ${at}
      and (d.next_try_at is null or d.next_try_at <= ${at})
      and (d.own_text is null or d.own_text_approved_by is not null)
      and a.state = 'open' and (a.held_until is null or a.held_until <= ${at})
      and not exists (select from channel_pause p where p.agency_id = d.agency_id)
      and not exists (select from delivery o where o.account_id = d.account_id and o.state = 'submitting')
    order by d.due_at, d.id limit 1
    for update of d skip locked`);
  const id = rows[0]?.id;
  if (!id) return null;
  const [row] = await tx.select().from(delivery).where(sql`${delivery.id} = ${id}`);
  return moveDelivery({ tx, actor: carrier(row!.agencyId), at: now }, row!, "take", {
    set: { takenBy: workerId, attempts: row!.attempts + 1, reason: null, nextTryAt: null },
    words: row!.attempts === 0 ? "Bắt đầu gửi" : `Gửi lại, lần ${row!.attempts + 1}`,
  });
}
