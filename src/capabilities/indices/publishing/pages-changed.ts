import { sql } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";

/** What the public pages of this capability are kept under. */
export const PAGES_TAG = "indices:any";

/** Public pages that show indices are rendered afresh after the commit. */
export async function indexPagesChanged(q: Queryable): Promise<void> {
  await q.execute(sql`select pg_notify('page_invalidated', ${JSON.stringify([PAGES_TAG])})`);
}
