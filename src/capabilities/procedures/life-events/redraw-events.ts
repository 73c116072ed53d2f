import { sql } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";

/** The finder, the events' pages and those of the procedures, which name their events, are drawn afresh. */
export const redrawEvents = (q: Queryable) =>
  q.execute(
    sql`select pg_notify('page_invalidated', ${JSON.stringify(["procedure:each", "procedure:any"])})`,
  );
