import { eq, sql } from "drizzle-orm";
import type { Database } from "#platform/database/database.ts";
import { work } from "#platform/work/work.ts";
import { delivery } from "../tables.ts";
import { wholeOf } from "./call-of-delivery.ts";
import { settleOutcome } from "./settle-outcome.ts";
import { carrier } from "./take-delivery.ts";

/** The lock by which a worker shows that it lives; it goes with its connection, however the process ends. */
export const signOfLife = (workerId: string) => sql`hashtextextended(${`channels worker ${workerId}`}, 0)`;

/** Whether a worker is no more. */
export async function isDead(database: Database, workerId: string): Promise<boolean> {
  return database.transaction(async (tx) => {
    const { rows } = await tx.execute<{ free: boolean }>(
      sql`select pg_try_advisory_xact_lock(${signOfLife(workerId)}) as free`,
    );
    return rows[0]!.free;
  });
}

/**
 * Finds what workers that are no more had taken: before the visible call it is tried again, after it nobody knows and
 * the network is asked. Gives how many were found.
 */
export async function recoverDeliveries(database: Database, now = new Date()): Promise<number> {
  const taken = await database.select().from(delivery).where(eq(delivery.state, "submitting"));
  let recovered = 0;
  for (const [workerId, rows] of Map.groupBy(taken, ({ takenBy }) => takenBy!)) {
    if (!(await isDead(database, workerId))) continue;
    for (const { id, agencyId } of rows)
      await work(
        database,
        carrier(agencyId),
        async (current) => {
          const [row] = await current.tx.select().from(delivery).where(eq(delivery.id, id)).for("update");
          if (row?.state !== "submitting" || row.takenBy !== workerId) return;
          const whole = await wholeOf(database, row);
          if (!whole) return;
          recovered += 1;
          await settleOutcome(
            current,
            whole,
            row.riskyAt === null
              ? { outcome: "retry", why: "Máy chủ dừng giữa chừng khi chưa đăng; gửi lại." }
              : { outcome: "unknown", why: "Máy chủ dừng giữa chừng sau khi đã gửi." },
          );
        },
        { at: now },
      );
  }
  return recovered;
}
