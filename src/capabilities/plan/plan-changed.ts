import { sql } from "drizzle-orm";
import type { Work } from "#platform/work/work.ts";
import { putPlanTexts } from "./put-plan-texts.ts";

/** What the public finds of the agency's plans is set right; their pages are rendered afresh after the commit. */
export async function planChanged(work: Work): Promise<void> {
  await putPlanTexts(work.tx, work.actor.agencyId);
  await planPagesChanged(work);
}

/** The same of what stands on the pages alone and is not searched: proofs, days, progress. */
export async function planPagesChanged({ tx, actor }: Work): Promise<void> {
  await tx.execute(sql`
    select pg_notify('page_invalidated', (coalesce(jsonb_agg('plan:' || id), '[]') || '["plan:any"]')::text) from plan where agency_id = ${actor.agencyId}
  `);
}
