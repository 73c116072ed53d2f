import type { Queryable } from "#platform/database/database.ts";
import { invalidatePages } from "#platform/http/invalidate-pages.ts";

/** What the public page of who speaks follows. */
export const speakersTag = (agencyId: string) => `spokesperson:${agencyId}`;

/** The public page is drawn afresh: something changed, or the day did. */
export const redrawSpeakers = (q: Queryable, agencyId: string) => invalidatePages(q, [speakersTag(agencyId)]);
