import { sql } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";

/** What the public pages of the sections follow, beside the texts themselves. */
export const sectionsTag = (agencyId: string) => `section:${agencyId}`;

/** The public pages of the sections are drawn afresh. */
export const redrawSections = (q: Queryable, agencyId: string) =>
  q.execute(sql`select pg_notify('page_invalidated', ${JSON.stringify([sectionsTag(agencyId)])})`);
