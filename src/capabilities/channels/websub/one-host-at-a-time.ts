import { sql } from "drizzle-orm";
import type { Database } from "#platform/database/database.ts";
import { tryLock } from "#platform/database/hold-lock.ts";

/** Hosts that are called at the same time. */
const HANDS = 3;

/**
 * Calls hosts side by side and each of them by one worker at a time, whose lock goes with its connection, however it
 * ends. `call` gives whether the host answered; one that did not is left alone for this time. Gives how many calls.
 */
export async function byHost<Due extends { callbackHost: string }>(
  database: Database,
  due: Due[],
  call: (one: Due) => Promise<boolean>,
): Promise<number> {
  const hosts = [...Map.groupBy(due, ({ callbackHost }) => callbackHost)];
  let called = 0;
  const drain = ([host, all]: [string, Due[]]) =>
    database.transaction(async (alive) => {
      const lock = sql`hashtextextended(${`feed host ${host}`}, 0)`;
      if (!(await tryLock(alive, lock))) return;
      for (const one of all) {
        called += 1;
        if (!(await call(one))) return;
      }
    });
  const hand = async () => {
    for (let next = hosts.shift(); next !== undefined; next = hosts.shift()) await drain(next);
  };
  await Promise.all(Array.from({ length: Math.min(HANDS, hosts.length) }, hand));
  return called;
}
