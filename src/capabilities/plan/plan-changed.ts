import { sql } from "drizzle-orm";
import type { Work } from "#platform/work/work.ts";

/** Public pages of the agency's plans are rendered afresh after the commit. */
export async function planChanged({ tx, actor }: Work): Promise<void> {
  await tx.execute(sql`
    select pg_notify('page_invalidated', (coalesce(jsonb_agg('plan:' || id), '[]') || '["plan:any"]')::text) from plan where agency_id = ${actor.agencyId}
  `);
}
