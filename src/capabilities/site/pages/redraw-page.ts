import type { Queryable } from "#platform/database/database.ts";
import { invalidatePages } from "#platform/http/invalidate-pages.ts";
import { pathTag } from "#platform/http/portal-page.ts";

/** One public page is drawn afresh. */
export const redrawPage = (q: Queryable, agencyId: string, path: string) =>
  invalidatePages(q, [pathTag(agencyId, path)]);
