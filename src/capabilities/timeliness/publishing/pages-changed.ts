import type { Queryable } from "#platform/database/database.ts";
import { invalidatePages } from "#platform/http/invalidate-pages.ts";

/** What the public pages of this capability are kept under. */
export const PAGES_TAG = "timeliness:any";

/** Public pages that show timeliness are rendered afresh after the commit. */
export async function timelinessPagesChanged(q: Queryable): Promise<void> {
  await invalidatePages(q, [PAGES_TAG]);
}
