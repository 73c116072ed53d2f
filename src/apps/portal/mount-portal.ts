import type { Hono } from "hono";
import { budgetPages } from "#budget/portal";
import { channelPages } from "#channels/portal";
import { documentPages, slots as documentSlots } from "#documents/portal";
import { eventPages } from "#events/portal";
import { feedbackPages } from "#feedback/portal";
import { indexPages } from "#indices/portal";
import { explanationsOf, newsroomPages } from "#newsroom/portal";
import { organizationPages, otherPortals, publicAgency } from "#organization/portal";
import { planPages } from "#plan/portal";
import type { Config } from "#platform/config/config.ts";
import type { Database } from "#platform/database/database.ts";
import { callerAddress } from "#platform/http/caller.ts";
import { createPageCache, type PageCache } from "#platform/http/page-cache.ts";
import { siteOrigin } from "#platform/http/site-origin.ts";
import { procedurePages } from "#procedures/portal";
import { sitePages } from "#site/portal";
import { timelinessPages } from "#timeliness/portal";
import { loadPortalAssets } from "./assets.ts";
import { looks } from "./looks.ts";
import { createPortal, portalQueries } from "./portal.ts";

documentSlots.explanationsOf = explanationsOf;

/** What each capability shows to the public. */
export const portalPages = [
  newsroomPages(),
  procedurePages(),
  timelinessPages(),
  indexPages(),
  budgetPages(),
  documentPages(),
  planPages(),
  organizationPages(),
  channelPages(),
  feedbackPages(),
  eventPages(),
  sitePages(),
];
const queries = portalQueries(portalPages);

/** Memory for kept pages: some thousands of articles in all their encodings. */
const PAGE_BYTES = 48 * 1024 * 1024;

/** Address with only the parameters that the page at this path reads, in a fixed order. */
function canonicalAddress(path: string, query: URLSearchParams): string {
  const kept = new URLSearchParams();
  for (const name of queries.get(path.replace(/^\/co-quan\/[^/]+/, "")) ?? []) {
    const value = query.get(name);
    if (value) kept.set(name, value);
  }
  return kept.size > 0 ? `${path}?${kept}` : path;
}

/** The cache of public pages. Where no public address is set they follow the reader's, so each is kept under it. */
export function createPortalCache(config: Config): PageCache {
  return createPageCache({
    maxBytes: PAGE_BYTES,
    canonical: canonicalAddress,
    looks,
    ...(config.baseUrl === null && { keyOf: siteOrigin(config) }),
  });
}

/** Puts the public site at "/", behind everything that was mounted before. */
export function mountPortal(
  site: Hono,
  { database, config, pages }: { database: Database; config: Config; pages: PageCache },
  onFault: (error: unknown) => void,
): void {
  const originOf = siteOrigin(config);
  const portal = createPortal({
    database,
    assets: loadPortalAssets(),
    cache: pages,
    capabilities: portalPages,
    agencyOf: publicAgency,
    otherPortals,
    originOf: (c) => originOf((name) => c.req.header(name)),
    callerOf: (c) => callerAddress(c, config),
    onFault,
  });
  site.route("/", portal);
}
