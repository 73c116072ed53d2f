import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "./database.ts";

/**
 * A statement with values keeps what it saw until the next one, and with it every row of the database that is changed
 * meanwhile: nothing would be cleared away while a transaction does no more than hold its lock.
 */
const letGoOfWhatWasSeen = (tx: Transaction) => tx.execute(sql`select`);

/** Waits for a lock and holds it until the transaction ends, or its process does. */
export async function holdLock(tx: Transaction, key: SQL): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${key})`);
  await letGoOfWhatWasSeen(tx);
}

/** The same without waiting; false: another holds it. */
export async function tryLock(tx: Transaction, key: SQL): Promise<boolean> {
  const { rows } = await tx.execute<{ free: boolean }>(sql`select pg_try_advisory_xact_lock(${key}) as free`);
  await letGoOfWhatWasSeen(tx);
  return rows[0]!.free;
}
