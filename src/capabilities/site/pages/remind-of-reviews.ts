import { inArray } from "drizzle-orm";
import { notify, peopleWithRole } from "#organization";
import { formatDate, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Database } from "#platform/database/database.ts";
import { shorten } from "#platform/text/shorten.ts";
import { systemActor, type Work, work } from "#platform/work/work.ts";
import { publicPage } from "../tables.ts";
import { type DuePage, duePages } from "./review-queries.ts";

const HREF = "/workspace/cong-thong-tin?the=xem-lai";
/** So many pages are told of one by one; more at once are one notice. */
const ONE_BY_ONE = 5;

/** Who looks after a page: its person, else the head of its unit, else who keeps the portal. */
async function keepersOf({ tx }: Work, { agencyId, ownerPersonId, ownerUnitId }: DuePage): Promise<string[]> {
  if (ownerPersonId) return [ownerPersonId];
  const heads = ownerUnitId ? await peopleWithRole(tx, agencyId, "head", ownerUnitId) : [];
  const keepers = heads.length > 0 ? heads : await peopleWithRole(tx, agencyId, "editor");
  return keepers.map(({ id }) => id).toSorted();
}

/** Tells, once for each day on which it is due, who looks after a page that is to be looked over. */
export async function remindOfReviews(database: Database, now = new Date()): Promise<number> {
  const today = toVietnamDate(now).toString();
  const due = await duePages(database, today);
  for (const [agencyId, pages] of Map.groupBy(due, (page) => page.agencyId))
    await work(
      database,
      systemActor(agencyId, "Trang đến hạn xem lại"),
      async (current) => {
        const byKeepers = new Map<string, DuePage[]>();
        for (const page of pages) {
          const keepers = (await keepersOf(current, page)).join(" ");
          byKeepers.set(keepers, [...(byKeepers.get(keepers) ?? []), page]);
        }
        for (const [keepers, theirs] of byKeepers) {
          const told = { personIds: keepers.split(" ").filter(Boolean), kind: "page-report" as const };
          if (theirs.length > ONE_BY_ONE)
            await notify(current, {
              ...told,
              title: `${theirs.length} trang của cổng đến hạn xem lại`,
              cause: `review-due:many:${now.toISOString()}`,
              href: HREF,
            });
          else
            for (const { id, title, path, reviewBy } of theirs)
              await notify(current, {
                ...told,
                title: `Đến hạn xem lại trang “${shorten(title || path, 120)}” (${formatDate(reviewBy)})`,
                cause: `review-due:${id}:${reviewBy}`,
                href: `${HREF}&trang=${id}`,
              });
        }
        for (const [reviewToldFor, same] of Map.groupBy(pages, ({ reviewBy }) => reviewBy))
          await current.tx
            .update(publicPage)
            .set({ reviewToldFor })
            .where(
              inArray(
                publicPage.id,
                same.map(({ id }) => id),
              ),
            );
      },
      { at: now },
    );
  return due.length;
}
