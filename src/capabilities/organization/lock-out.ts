import { sql } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { signInFailure } from "./tables.ts";

const WINDOW_MINUTES = 15;
const FAILURES_PER_ACCOUNT = 5;
const FAILURES_PER_ADDRESS = 20;

/** Minutes until sign-in may be tried again for this account from this address; 0: now. */
export async function minutesLocked(q: Queryable, email: string, address: string): Promise<number> {
  const { rows } = await q.execute<{ minutes: number }>(sql`
    with recent as (
      select email, address, at from sign_in_failure
      where at > now() - make_interval(mins => ${WINDOW_MINUTES}) and (email = ${email} or address = ${address})
    ), limits as (
      (select at from recent where email = ${email} order by at desc offset ${FAILURES_PER_ACCOUNT - 1} limit 1)
      union all
      (select at from recent where address = ${address} order by at desc offset ${FAILURES_PER_ADDRESS - 1} limit 1)
    )
    select ceil(extract(epoch from max(at) + make_interval(mins => ${WINDOW_MINUTES}) - now()) / 60)::int as minutes from limits
  `);
  return Math.max(0, rows[0]?.minutes ?? 0);
}

/** Counts one failure; old ones are forgotten. */
export async function countFailure(q: Queryable, email: string, address: string): Promise<void> {
  await q.insert(signInFailure).values({ id: uuidv7(), email, address });
  await q.execute(sql`delete from sign_in_failure where at < now() - interval '1 day'`);
}

/** A success clears the account's failures. */
export async function forgetFailures(q: Queryable, email: string): Promise<void> {
  await q.execute(sql`delete from sign_in_failure where email = ${email}`);
}
