import { sql } from "drizzle-orm";
import type { Database } from "#platform/database/database.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { carryOutDelivery } from "./carry-out-delivery.ts";
import { recoverDeliveries, signOfLife } from "./recover-deliveries.ts";
import { takeDelivery } from "./take-delivery.ts";

/** Accounts that are worked on at the same time by one worker. */
const HANDS = 4;

/**
 * Carries out what is due, several accounts side by side, each delivery once. A sign of life is held meanwhile, so that
 * others know what to take over when this process is killed. Gives how many were carried out; the first failure that is
 * no outcome is thrown at the end.
 */
export async function deliverDue(database: Database, clock = () => new Date()): Promise<number> {
  const workerId = uuidv7();
  let carried = 0;
  const faults: unknown[] = [];
  await recoverDeliveries(database, clock());
  await database.transaction(async (alive) => {
    await alive.execute(sql`select pg_advisory_xact_lock(${signOfLife(workerId)})`);
    const hand = async () => {
      for (;;) {
        const row = await takeDelivery(database, workerId, clock());
        if (!row) return;
        try {
          await carryOutDelivery(database, row, clock);
          carried += 1;
        } catch (error) {
          faults.push(error);
          return;
        }
      }
    };
    await Promise.all(Array.from({ length: HANDS }, hand));
  });
  for (const fault of faults) throw fault;
  return carried;
}
