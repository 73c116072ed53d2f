import { and, eq, isNotNull, lt, max, sql } from "drizzle-orm";
import { publishedBriefs } from "#newsroom";
import { activeAgencies, publicAgency } from "#organization";
import type { Database } from "#platform/database/database.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { type PortalCall, SITEMAP_PART, type SitemapEntry } from "#platform/http/portal-page.ts";
import type { PublicSite } from "#platform/http/public-site.ts";
import { type Lasting, reviewDaysOf } from "../pages/lasting.ts";
import { publicPage, siteSectionText } from "../tables.ts";

const DAY = 24 * 3_600_000;
const BATCH = 1000;
/** The section of questions and answers. */
const ANSWERS = "hoi-dap-tiep-dan";

type Listed = Pick<SitemapEntry, "lastModified" | "lasting">;

/** Texts that fill a section that must be public stand long. */
async function lastingTexts(database: Database, agencyId: string): Promise<Map<string, Lasting>> {
  const rows = await database.select().from(siteSectionText).where(eq(siteSectionText.agencyId, agencyId));
  const answers = new Set(rows.filter(({ slug }) => slug === ANSWERS).map(({ itemId }) => itemId));
  const briefs = await publishedBriefs(
    database,
    agencyId,
    rows.map(({ itemId }) => itemId),
  );
  return new Map(briefs.map(({ id, slug }) => [`/tin-tuc/${slug}`, answers.has(id) ? "answer" : "static"]));
}

/** Every address of an agency's portal that its map of the site names, once. */
async function addressesOf(call: PortalCall, { pages }: PublicSite): Promise<Map<string, Listed>> {
  const found = new Map<string, Listed>();
  for (const { sitemap } of pages)
    for (let part = 1; sitemap; part += 1) {
      const entries = await sitemap(call, part);
      for (const { path, ...listed } of entries)
        if (path.length <= 500 && !found.has(path)) found.set(path, listed);
      if (entries.length < SITEMAP_PART - 1) break;
    }
  for (const [path, lasting] of await lastingTexts(call.database, call.agency.id)) {
    const listed = found.get(path);
    if (listed) found.set(path, { ...listed, lasting });
  }
  return found;
}

/** A page that has become one that stands long takes the usual days; what somebody has said of it stays. */
const daysOfNew = sql`case when ${publicPage.lasting} is null then coalesce(${publicPage.reviewDays}, excluded.review_days) else ${publicPage.reviewDays} end`;

/** Writes down which pages stand on the portals, once a day; one that changed since it was read is read anew. */
export async function listPages(database: Database, site: PublicSite, now: Date): Promise<number> {
  let listed = 0;
  for (const { id: agencyId, slug } of await activeAgencies(database)) {
    const own = eq(publicPage.agencyId, agencyId);
    const [last] = await database
      .select({ at: max(publicPage.seenAt) })
      .from(publicPage)
      .where(own);
    if (last?.at && now.getTime() - last.at.getTime() < DAY) continue;
    const agency = await publicAgency(database, slug);
    if (!agency) continue;
    const call = { database, agency, origin: "", host: "", now, params: {}, query: {} };
    const found = [...(await addressesOf(call, site))];
    for (let from = 0; from < found.length; from += BATCH) {
      const rows = found.slice(from, from + BATCH);
      await database
        .insert(publicPage)
        .values(
          rows.map(([path, { lastModified, lasting = null }]) => ({
            ...{ id: uuidv7(), agencyId, path, seenAt: now, listedAt: now },
            ...{ changedAt: lastModified, lasting, reviewDays: lasting && reviewDaysOf[lasting] },
          })),
        )
        .onConflictDoUpdate({
          target: [publicPage.agencyId, publicPage.path],
          set: {
            seenAt: now,
            changedAt: sql`excluded.changed_at`,
            lasting: sql`excluded.lasting`,
            reviewDays: daysOfNew,
            readAt: sql`case when ${publicPage.readAt} < excluded.changed_at then null else ${publicPage.readAt} end`,
          },
        });
    }
    await database
      .update(publicPage)
      .set({ seenAt: null })
      .where(and(own, isNotNull(publicPage.seenAt), lt(publicPage.seenAt, now)));
    listed += found.length;
  }
  return listed;
}
