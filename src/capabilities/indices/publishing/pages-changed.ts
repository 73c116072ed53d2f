import type { Queryable } from "#platform/database/database.ts";
import { invalidatePages } from "#platform/http/invalidate-pages.ts";

/** What the public pages of this capability are kept under. */
export const PAGES_TAG = "indices:any";

/** Public pages that show indices are rendered afresh after the commit. */
export async function indexPagesChanged(q: Queryable): Promise<void> {
  await invalidatePages(q, [PAGES_TAG]);
}
