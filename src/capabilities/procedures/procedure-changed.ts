import { sql } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";

/** Public pages that show these procedures, and the lists, are rendered afresh after the commit. */
export async function proceduresChanged(q: Queryable, ids: string[]): Promise<void> {
  // A notification holds 8,000 characters; a list in which so many changed shows them all.
  const tags = ids.length <= 100 ? ids.map((id) => `procedure:${id}`) : ["procedure:each"];
  await q.execute(sql`select pg_notify('page_invalidated', ${JSON.stringify([...tags, "procedure:any"])})`);
}
