import { and, eq, isNull } from "drizzle-orm";
import { notify, peopleWithRole } from "#organization";
import type { Database } from "#platform/database/database.ts";
import { shorten } from "#platform/text/shorten.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { publicPage } from "../tables.ts";
import { pagesToTell } from "./broken-link-queries.ts";

const HREF = "/workspace/cong-thong-tin?the=lien-ket";
/** So many pages are told of one by one; more at once are one notice. */
const ONE_BY_ONE = 5;

/**
 * Tells who keeps the portal of pages with broken links: once for a page however many of its links are, again only when
 * all were well in between. What is told is marked in the same transaction.
 */
export async function tellOfBrokenLinks(database: Database, now = new Date()): Promise<number> {
  const looked = await pagesToTell(database);
  for (const { id } of looked.filter(({ open }) => !open))
    await database.update(publicPage).set({ toldAt: null }).where(eq(publicPage.id, id));
  const broken = looked.filter(({ open }) => open);
  for (const [agencyId, pages] of Map.groupBy(broken, ({ agency_id }) => agency_id))
    await work(
      database,
      systemActor(agencyId, "Kiểm tra liên kết"),
      async (current) => {
        const marked = [];
        for (const page of pages)
          marked.push(
            ...(await current.tx
              .update(publicPage)
              .set({ toldAt: now })
              .where(and(eq(publicPage.id, page.id), isNull(publicPage.toldAt)))
              .returning()),
          );
        const personIds = (await peopleWithRole(current.tx, agencyId, "editor")).map(({ id }) => id);
        const told = { personIds, kind: "page-report" as const };
        const moment = now.toISOString();
        if (marked.length > ONE_BY_ONE) {
          const title = `${marked.length} trang của cổng có liên kết hỏng`;
          await notify(current, { ...told, title, cause: `links-broken:many:${moment}`, href: HREF });
          return;
        }
        for (const { id, title, path } of marked)
          await notify(current, {
            ...told,
            title: `Liên kết hỏng ở trang “${shorten(title || path, 120)}”`,
            cause: `links-broken:${id}:${moment}`,
            href: `${HREF}&trang=${id}`,
          });
      },
      { at: now },
    );
  return broken.length;
}
