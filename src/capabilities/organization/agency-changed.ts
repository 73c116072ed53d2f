import { sql } from "drizzle-orm";
import type { Work } from "#platform/work/work.ts";

/** Public pages that show the agency are rendered afresh after the commit. */
export async function agencyChanged({ tx, actor }: Work): Promise<void> {
  await tx.execute(
    sql`select pg_notify('page_invalidated', ${JSON.stringify([`agency:${actor.agencyId}`, "agency"])})`,
  );
}
