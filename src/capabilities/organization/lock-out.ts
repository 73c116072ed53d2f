import { sql } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { signInFailure } from "./tables.ts";

const WINDOW_MINUTES = 15;
const FAILURES_PER_ACCOUNT = 5;
const FAILURES_PER_ADDRESS = 20;

/** Minutes until sign-in may be tried again for this account from this address; 0: now. `own`: attempts of the caller already counted. */
export async function minutesLocked(
  q: Queryable,
  email: string,
  address: string,
  { own = 0 }: { own?: number } = {},
): Promise<number> {
  const { rows } = await q.execute<{ minutes: number }>(sql`
    with recent as (
      select email, address, at from sign_in_failure
      where at > now() - make_interval(mins => ${WINDOW_MINUTES}) and (email = ${email} or address = ${address})
    ), limits as (
      (select at from recent where email = ${email} order by at desc offset ${FAILURES_PER_ACCOUNT - 1 + own} limit 1)
      union all
      (select at from recent where address = ${address} order by at desc offset ${FAILURES_PER_ADDRESS - 1 + own} limit 1)
    )
    select ceil(extract(epoch from max(at) + make_interval(mins => ${WINDOW_MINUTES}) - now()) / 60)::int as minutes from limits
  `);
  return Math.max(0, rows[0]?.minutes ?? 0);
}

/** Counts one attempt as failed until it has succeeded; old ones are forgotten. Gives its id. */
export async function countFailure(q: Queryable, email: string, address: string): Promise<string> {
  const id = uuidv7();
  await q.insert(signInFailure).values({ id, email, address });
  await q.execute(sql`delete from sign_in_failure where at < now() - interval '1 day'`);
  return id;
}

/** An attempt that was not even made does not lengthen the lock. */
export async function forgetFailure(q: Queryable, id: string): Promise<void> {
  await q.execute(sql`delete from sign_in_failure where id = ${id}`);
}

/** A success clears the account's failures. */
export async function forgetFailures(q: Queryable, email: string): Promise<void> {
  await q.execute(sql`delete from sign_in_failure where email = ${email}`);
}
