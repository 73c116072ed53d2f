import { sql } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";

/** What the public page of who speaks follows. */
export const speakersTag = (agencyId: string) => `spokesperson:${agencyId}`;

/** The public page is drawn afresh: something changed, or the day did. */
export const redrawSpeakers = (q: Queryable, agencyId: string) =>
  q.execute(sql`select pg_notify('page_invalidated', ${JSON.stringify([speakersTag(agencyId)])})`);
