import { invalidatePages } from "#platform/http/invalidate-pages.ts";
import type { Work } from "#platform/work/work.ts";

/** Public pages that show the agency are rendered afresh after the commit. */
export async function agencyChanged({ tx, actor }: Work): Promise<void> {
  await invalidatePages(tx, [`agency:${actor.agencyId}`, "agency"]);
}
