import { inArray, type SQL, sql } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { signInFailure } from "./tables.ts";

export const WINDOW_MINUTES = 15;
const FAILURES_PER_ACCOUNT = 5;
const FAILURES_PER_ADDRESS = 20;
/** Requests for a link are counted beside the wrong passwords and never together with them. */
const ASKED = "recovery:";

/** Under which name requests for a recovery link of an account are counted. */
export const askedFor = (email: string): string => `${ASKED}${email}`;

/** What one may still try within the window. */
export interface LockOut {
  /** Minutes until the account, or the address, may try again; 0: now. */
  account: number;
  address: number;
  /** Tries that are left for the account. */
  left: number;
}

/** How far an account and an address are from the lock. `own`: attempts of the caller already counted. */
export async function lockOut(
  q: Queryable,
  email: string,
  address: string,
  { own = 0 }: { own?: number } = {},
): Promise<LockOut> {
  const minutesFrom = (whose: SQL, failures: number) => sql`(
    select ceil(extract(epoch from at + make_interval(mins => ${WINDOW_MINUTES}) - now()) / 60)::int
    from recent where ${whose} order by at desc offset ${failures - 1 + own} limit 1)`;
  const { rows } = await q.execute<{ account: number | null; address: number | null; failures: number }>(sql`
    with recent as (
      select email, address, at from sign_in_failure
      where at > now() - make_interval(mins => ${WINDOW_MINUTES})
        and (email = ${email} or (address = ${address} and starts_with(email, ${ASKED}) = ${email.startsWith(ASKED)}))
    )
    select ${minutesFrom(sql`email = ${email}`, FAILURES_PER_ACCOUNT)} as account,
      ${minutesFrom(sql`address = ${address}`, FAILURES_PER_ADDRESS)} as address,
      (select count(*)::int from recent where email = ${email}) as failures
  `);
  const { account, address: fromHere, failures } = rows[0]!;
  return {
    account: Math.max(0, account ?? 0),
    address: Math.max(0, fromHere ?? 0),
    left: Math.max(0, FAILURES_PER_ACCOUNT - failures),
  };
}

/** Until when wrong passwords lock these accounts; those that are not locked are left out. */
export async function lockedUntil(q: Queryable, emails: string[]): Promise<Map<string, Date>> {
  if (emails.length === 0) return new Map();
  const rows = await q
    .select({
      email: signInFailure.email,
      until:
        sql`(array_agg(at order by at desc))[${FAILURES_PER_ACCOUNT}] + make_interval(mins => ${WINDOW_MINUTES})`.mapWith(
          signInFailure.at,
        ),
    })
    .from(signInFailure)
    .where(
      sql`${inArray(signInFailure.email, emails)} and at > now() - make_interval(mins => ${WINDOW_MINUTES})`,
    )
    .groupBy(signInFailure.email)
    .having(sql`count(*) >= ${FAILURES_PER_ACCOUNT}`);
  return new Map(rows.map(({ email, until }) => [email, until]));
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

/** Clears the account's failures and its requests for links: after a success, a recovery, or by an administrator. */
export async function forgetFailures(q: Queryable, email: string): Promise<void> {
  await q.delete(signInFailure).where(inArray(signInFailure.email, [email, askedFor(email)]));
}
