/** Where a plan stands on the agency's portal. */
export const planPath = (slug: string) => `/ke-hoach/${slug}`;

/** Anchor of a clause on the plan's page. */
export const clauseAnchor = (path: string) => `muc-${path.replace(/[^\p{L}\p{N}.-]+/gu, "-")}`;
