import { inArray, sql } from "drizzle-orm";
import type { Database, Transaction } from "#platform/database/database.ts";
import { isTwin } from "../deliveries/take-delivery.ts";
import { placementChange } from "../tables.ts";
import type { Change } from "./change-queries.ts";

/**
 * Takes what was asked for first, at most so many, for this worker alone: one of each account that nobody calls, that is
 * not stopped and that its network does not hold. Committed before anything is called.
 */
export async function takeChanges(
  database: Database,
  workerId: string,
  most: number,
  now: Date,
): Promise<Change[]> {
  // Somebody else may take the same account at the same moment, for this or for posting; the database lets one have it.
  // Whoever was first with all that were found has left others that were not looked at.
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      const taken = await database.transaction((tx) => take(tx, workerId, attempt === 0 ? most : 1, now));
      if (taken !== "others were first") return taken;
    } catch (error) {
      if (!isTwin(error)) throw error;
    }
  }
  return [];
}

async function take(
  tx: Transaction,
  workerId: string,
  most: number,
  now: Date,
): Promise<Change[] | "others were first"> {
  const at = now.toISOString();
  const due = sql`c.state in ('waiting', 'failed') and (c.next_try_at is null or c.next_try_at <= ${at})
    and (c.own_text is null or c.own_text_approved_by is not null)`;
  const found = await tx.execute<{ id: string | null }>(sql`
    with account as (
      select a.id from channel_account a
      where a.state = 'open' and (a.held_until is null or a.held_until <= ${at})
        and not exists (select from channel_pause p where p.agency_id = a.agency_id)
        and not exists (select from delivery d where d.account_id = a.id and d.state = 'submitting')
        and not exists (select from placement_change c where c.account_id = a.id and c.state = 'running')
        and exists (select from placement_change c where c.account_id = a.id and ${due})
      order by (select min(c.asked_at) from placement_change c where c.account_id = a.id and ${due}), a.id
      limit ${most}
      for no key update skip locked
    )
    select first.id from account left join lateral (
      select c.id from placement_change c where c.account_id = account.id and ${due}
      order by c.asked_at, c.id limit 1 for update skip locked
    ) first on true`);
  if (found.rows.length === 0) return [];
  const ids = found.rows.flatMap(({ id }) => id ?? []);
  if (ids.length === 0) return "others were first";
  return tx
    .update(placementChange)
    .set({
      state: "running",
      takenBy: workerId,
      attempts: sql`${placementChange.attempts} + 1`,
      why: null,
      nextTryAt: null,
    })
    .where(inArray(placementChange.id, ids))
    .returning();
}
