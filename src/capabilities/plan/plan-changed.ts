import { sql } from "drizzle-orm";
import type { Work } from "#platform/work/work.ts";

/** Public pages of the agency's plans are rendered afresh after the commit. */
export async function planChanged({ tx, actor }: Work): Promise<void> {
  await tx.execute(sql`
    select pg_notify('page_invalidated', coalesce(json_agg('plan:' || id), '[]')::text) from plan where agency_id = ${actor.agencyId}
  `);
}
