import type { Queryable } from "#platform/database/database.ts";
import { invalidatePages } from "#platform/http/invalidate-pages.ts";

/** Public pages that show these procedures, and the lists, are rendered afresh after the commit. */
export async function proceduresChanged(q: Queryable, ids: string[]): Promise<void> {
  // Of a list in which many changed, every page is rendered afresh.
  const tags = ids.length <= 100 ? ids.map((id) => `procedure:${id}`) : ["procedure:each"];
  await invalidatePages(q, [...tags, "procedure:any"]);
}
