import { eq } from "drizzle-orm";
import { invalidatePages } from "#platform/http/invalidate-pages.ts";
import type { Work } from "#platform/work/work.ts";
import { putPlanTexts } from "./put-plan-texts.ts";
import { plan } from "./tables.ts";

/** What the public finds of the agency's plans is set right; their pages are rendered afresh after the commit. */
export async function planChanged(work: Work): Promise<void> {
  await putPlanTexts(work.tx, work.actor.agencyId);
  await planPagesChanged(work);
}

/** The same of what stands on the pages alone and is not searched: proofs, days, progress. */
export async function planPagesChanged({ tx, actor }: Work): Promise<void> {
  const plans = await tx.select({ id: plan.id }).from(plan).where(eq(plan.agencyId, actor.agencyId));
  await invalidatePages(tx, [...plans.map(({ id }) => `plan:${id}`), "plan:any"]);
}
