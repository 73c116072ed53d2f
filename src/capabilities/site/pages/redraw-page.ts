import { sql } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { pathTag } from "#platform/http/portal-page.ts";

/** One public page is drawn afresh. */
export const redrawPage = (q: Queryable, agencyId: string, path: string) =>
  q.execute(sql`select pg_notify('page_invalidated', ${JSON.stringify([pathTag(agencyId, path)])})`);
