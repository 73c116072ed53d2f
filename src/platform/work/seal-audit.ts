import { sql } from "drizzle-orm";
import type { Database, Queryable } from "../database/database.ts";

const EACH = 2000;
/** Entries of one transaction; more wait for the next, which follows at once. */
const PARCEL = 2000;

/**
 * Seals the entries that are committed and wait. Whoever comes while another seals leaves it to that one. Gives how
 * many entries were sealed.
 */
export async function sealAudit(q: Queryable): Promise<number> {
  for (let all = 0; ; ) {
    const { rows } = await q.execute<{ sealed: number }>(sql`select seal_audit(${PARCEL}) as sealed`);
    all += rows[0]!.sealed;
    if (rows[0]!.sealed < PARCEL) return all;
  }
}

/**
 * Seals the audit every two seconds, in any number of processes at once. Gives what stops it, after a last sealing of
 * what was written until then.
 */
export function keepSealing(database: Database, report: (error: unknown) => void): () => Promise<void> {
  let sealing: Promise<void> = Promise.resolve();
  let idle = true;
  const seal = async () => {
    idle = false;
    await sealAudit(database).catch(report);
    idle = true;
  };
  const timer = setInterval(() => {
    if (idle) sealing = seal();
  }, EACH);
  return async () => {
    clearInterval(timer);
    await sealing;
    await seal();
  };
}
