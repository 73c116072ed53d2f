import { sql } from "drizzle-orm";
import type { Work } from "#platform/work/work.ts";
import { putPlanTexts } from "./put-plan-texts.ts";

/** What the public finds of the agency's plans is set right; their pages are rendered afresh after the commit. */
export async function planChanged({ tx, actor }: Work): Promise<void> {
  await putPlanTexts(tx, actor.agencyId);
  await tx.execute(sql`
    select pg_notify('page_invalidated', (coalesce(jsonb_agg('plan:' || id), '[]') || '["plan:any"]')::text) from plan where agency_id = ${actor.agencyId}
  `);
}
