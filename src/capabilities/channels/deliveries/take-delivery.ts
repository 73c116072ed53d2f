import { sql } from "drizzle-orm";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Database, Transaction } from "#platform/database/database.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { insertMany } from "#platform/database/insert-many.ts";
import { systemActor } from "#platform/work/work.ts";
import { delivery, deliveryEvent } from "../tables.ts";
import type { DeliveryState } from "./delivery.ts";
import type { Delivery } from "./delivery-queries.ts";

/** In the audit and in histories: nobody in person. */
export const carrier = (agencyId: string) => systemActor(agencyId, "Đăng kênh");

/** Ids as one parameter. */
const idsOf = (rows: { id: string }[]): string => `{${rows.map(({ id }) => id).join(",")}}`;

/**
 * Those of these that are in a state. Found by their ids: compared so, a state leads to no index in which all
 * that ever were in it have stood.
 */
export const thoseIn = (rows: { id: string }[], state: DeliveryState) =>
  sql`${delivery.id} = any(${idsOf(rows)}::uuid[]) and ${delivery.state} is not distinct from ${state}`;

/** What somebody holds for long is left to the next sweep. */
const LOOKS = 5;

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
  // Whoever was first with all that were found has left others that were not looked at: only a look that finds nothing ends it.
  for (let look = 0; look < LOOKS; look += 1) {
    try {
      const taken = await database.transaction((tx) => take(tx, workerId, most, now));
      if (taken !== "others were first") return taken;
    } catch (error) {
      // Something is called under one of the accounts since.
      if (!isTwin(error)) throw error;
    }
  }
  return [];
}

/** That a delivery `d` of an account `a` may go out now. */
function isDue(now: Date) {
  const at = now.toISOString();
  const today = toVietnamDate(now).toString();
  return sql`d.state in ('pending', 'failed') and d.due_at <= ${at}
    and (d.next_try_at is null or d.next_try_at <= ${at})
    and (d.own_text is null or d.own_text_approved_by is not null)
    and (d.own_pictures is null or d.own_pictures_approved_by is not null)
    and (d.time_reason is not null or not exists (select from quiet_days q where q.agency_id = d.agency_id
      and ${today} between q.from_day and q.to_day and (q.account_id is null or q.account_id = a.id)
      and (q.network is null or q.network = a.network)))`;
}

/** A sub-select of its own, so that each account is looked up in an index that holds one row of it at most. */
const isAtRest = sql`(select true from delivery b where b.account_id = a.id and b.state = 'submitting' limit 1) is null
  and (select true from placement_change c where c.account_id = a.id and c.state = 'running' limit 1) is null`;

async function take(
  tx: Transaction,
  workerId: string,
  most: number,
  now: Date,
): Promise<Delivery[] | "others were first"> {
  const due = isDue(now);
  // The first of each is read along an index, so that those behind it cost nothing.
  const first = await tx.execute<{ id: string }>(sql`
    select first.id from channel_account a cross join lateral (
      select d.id, d.due_at from delivery d where d.account_id = a.id and ${due} order by d.due_at, d.id limit 1
    ) first
    where a.state = 'open' and (a.held_until is null or a.held_until <= ${now.toISOString()})
      and not exists (select from channel_pause p where p.agency_id = a.agency_id) and ${isAtRest}
    order by first.due_at, a.id
    limit ${most}
    for no key update of a skip locked`);
  if (first.rows.length === 0) return [];
  // Asked again now that the accounts are held: another may have taken of one and let go of it in between.
  const { rows } = await tx.execute<{ id: string }>(sql`
    select d.id from delivery d join channel_account a on a.id = d.account_id
    where d.id = any(${idsOf(first.rows)}::uuid[]) and ${due} and ${isAtRest}
    for update of d skip locked`);
  if (rows.length === 0) return "others were first";
  const taken = await tx
    .update(delivery)
    .set({
      state: "submitting",
      takenBy: workerId,
      attempts: sql`${delivery.attempts} + 1`,
      reason: null,
      nextTryAt: null,
    })
    .where(sql`${delivery.id} = any(${idsOf(rows)}::uuid[])`)
    .returning();
  await insertMany(
    tx,
    deliveryEvent,
    taken.map(({ id, agencyId, attempts }) => ({
      ...{ id: uuidv7(), agencyId, deliveryId: id, at: now, state: "submitting" as const },
      words: attempts === 1 ? "Bắt đầu gửi" : `Gửi lại, lần ${attempts}`,
      byName: carrier(agencyId).name,
    })),
  );
  return taken;
}
