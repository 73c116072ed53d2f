import { and, eq, inArray, ne } from "drizzle-orm";
import type { Work } from "#platform/work/work.ts";
import { pageOf } from "../pages/page-queries.ts";
import { sitePolicy } from "../policy.ts";
import { linkedAddress, pageLink, publicPage } from "../tables.ts";

/** Somebody mended a page, or doubts what was found: it is read, and its links that do not work looked at, within a minute. */
export async function checkPageLinks(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor, at } = work;
  const page = await pageOf(tx, actor, id);
  sitePolicy.permit(actor, "pages", { agencyId: page.agencyId });
  await tx.update(publicPage).set({ readAt: null }).where(eq(publicPage.id, id));
  const leadsTo = tx.select({ address: pageLink.address }).from(pageLink).where(eq(pageLink.pageId, id));
  await tx
    .update(linkedAddress)
    .set({ nextCheckAt: at })
    .where(
      and(
        eq(linkedAddress.agencyId, page.agencyId),
        ne(linkedAddress.state, "fine"),
        inArray(linkedAddress.address, leadsTo),
      ),
    );
  await work.record({
    act: "check-page-links",
    objectKind: "public-page",
    objectId: id,
    after: { path: page.path },
  });
}
