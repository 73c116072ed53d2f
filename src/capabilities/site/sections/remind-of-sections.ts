import { activeAgencies, notify, peopleWithRole } from "#organization";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import type { Database } from "#platform/database/database.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { sectionsOf } from "./section-queries.ts";

const SECTIONS_HREF = "/workspace/cong-thong-tin?the=muc";

/** Tells, once for each day on which it is due, who looks after a section that nobody looked over in time. */
export async function remindOfSections(database: Database, now = new Date()): Promise<number> {
  let told = 0;
  for (const { id: agencyId } of await activeAgencies(database)) {
    for (const { slug, title, state, reviewBy, ownerUnitId } of await sectionsOf(database, agencyId, now)) {
      if (state !== "stale" || reviewBy === null) continue;
      told += 1;
      await work(
        database,
        systemActor(agencyId, "Các mục phải công khai"),
        async (current) => {
          const people = await peopleWithRole(current.tx, agencyId, "editor");
          if (ownerUnitId) people.push(...(await peopleWithRole(current.tx, agencyId, "head", ownerUnitId)));
          await notify(current, {
            personIds: people.map(({ id }) => id),
            cause: `section-due:${slug}:${reviewBy}`,
            kind: "page-report",
            title: `Đến hạn xem lại mục “${title}” trên cổng (${formatDate(reviewBy)})`,
            href: SECTIONS_HREF,
          });
        },
        { at: now },
      );
    }
  }
  return told;
}
