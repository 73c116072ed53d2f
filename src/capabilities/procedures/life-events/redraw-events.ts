import type { Queryable } from "#platform/database/database.ts";
import { invalidatePages } from "#platform/http/invalidate-pages.ts";

/** The finder, the events' pages and those of the procedures, which name their events, are drawn afresh. */
export const redrawEvents = (q: Queryable) => invalidatePages(q, ["procedure:each", "procedure:any"]);
