import type { Queryable } from "#platform/database/database.ts";
import { invalidatePages } from "#platform/http/invalidate-pages.ts";

/** What the public pages of this capability are kept under. */
export const PAGES_TAG = "budget:savings";

/** Public pages that show what citizens are saved are rendered afresh after the commit. */
export const savingPagesChanged = (q: Queryable): Promise<void> => invalidatePages(q, [PAGES_TAG]);
