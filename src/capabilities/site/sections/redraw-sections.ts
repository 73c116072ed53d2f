import type { Queryable } from "#platform/database/database.ts";
import { invalidatePages } from "#platform/http/invalidate-pages.ts";

/** What the public pages of the sections follow, beside the texts themselves. */
export const sectionsTag = (agencyId: string) => `section:${agencyId}`;

/** The public pages of the sections are drawn afresh. */
export const redrawSections = (q: Queryable, agencyId: string) => invalidatePages(q, [sectionsTag(agencyId)]);
