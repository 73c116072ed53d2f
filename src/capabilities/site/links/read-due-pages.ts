import { and, asc, eq, isNotNull, isNull, lt, notInArray, or, sql } from "drizzle-orm";
import { portalBase } from "#organization";
import type { Database } from "#platform/database/database.ts";
import type { PublicSite } from "#platform/http/public-site.ts";
import { linkedAddress, pageLink, publicPage } from "../tables.ts";
import { WEEK } from "./link-state.ts";
import { type FoundLink, readLinks } from "./read-links.ts";

/** Pages read in one go. */
const MOST = 60;
const DAY = 24 * 3_600_000;

const hostOf = (address: string): string =>
  address.startsWith("/") ? "" : (URL.parse(address)?.host ?? "?");

/** What a page leads to now; an address that no page leads to any more is forgotten by the sweep. */
async function keepLinks(
  database: Database,
  { id: pageId, agencyId }: { id: string; agencyId: string },
  { title, links }: { title: string; links: FoundLink[] },
  now: Date,
): Promise<void> {
  await database.transaction(async (tx) => {
    if (links.length > 0) {
      await tx
        .insert(linkedAddress)
        .values(links.map(({ address }) => ({ agencyId, address, host: hostOf(address), nextCheckAt: now })))
        .onConflictDoNothing();
      await tx
        .insert(pageLink)
        .values(links.map(({ address, words }) => ({ agencyId, pageId, address, words, foundAt: now })))
        .onConflictDoUpdate({
          target: [pageLink.pageId, pageLink.address],
          set: { words: sql`excluded.words` },
        });
    }
    await tx.delete(pageLink).where(
      and(
        eq(pageLink.pageId, pageId),
        links.length > 0
          ? notInArray(
              pageLink.address,
              links.map(({ address }) => address),
            )
          : undefined,
      ),
    );
    await tx
      .update(publicPage)
      .set({ readAt: now, ...(title !== "" && { title }) })
      .where(eq(publicPage.id, pageId));
  });
}

/**
 * Reads the links of pages that were not read within a week, or not since they changed; of one with a broken link each
 * day, so that it leaves the queue once it is mended. Page by page in a transaction of its own. Gives how many.
 */
export async function readDuePages(database: Database, site: PublicSite, now: Date): Promise<number> {
  const ago = (time: number) => new Date(now.getTime() - time);
  const hasBroken = sql`exists (select 1 from page_link l join linked_address a using (agency_id, address)
    where l.page_id = ${publicPage.id} and a.state = 'broken')`;
  const due = await database
    .select()
    .from(publicPage)
    .where(
      and(
        isNotNull(publicPage.seenAt),
        or(
          isNull(publicPage.readAt),
          lt(publicPage.readAt, ago(WEEK)),
          and(lt(publicPage.readAt, ago(DAY)), hasBroken),
        ),
      ),
    )
    .orderBy(sql`${publicPage.readAt} nulls first`, asc(publicPage.id))
    .limit(MOST);
  const bases = new Map<string, string>();
  for (const page of due) {
    if (site.isClosing?.()) break;
    const { agencyId, path } = page;
    if (!bases.has(agencyId)) bases.set(agencyId, await portalBase(database, agencyId));
    const address = bases.get(agencyId) + path;
    const answer = await site.ask(address);
    const html = await answer.text();
    // The portal is busy or in trouble: what stands there is read in the next minute.
    if (answer.status >= 500) continue;
    const stands =
      answer.status === 200 && (answer.headers.get("content-type") ?? "").startsWith("text/html");
    await keepLinks(
      database,
      page,
      stands ? readLinks(html, address, site.hosts) : { title: "", links: [] },
      now,
    );
  }
  return due.length;
}
