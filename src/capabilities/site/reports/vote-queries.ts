import { and, desc, eq, gte, sql } from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { sitePolicy } from "../policy.ts";
import { pageVote } from "../tables.ts";

const SHOWN = 100;

/** What readers say of the pages in the last days, those that helped least first; few votes say little. */
export async function votesOfPages(q: Queryable, actor: Actor, days: number, now: Date) {
  sitePolicy.permit(actor, "read", { agencyId: actor.agencyId });
  const since = toVietnamDate(now).subtract({ days }).toString();
  const within = and(eq(pageVote.agencyId, actor.agencyId), gte(pageVote.day, since));
  const useful = sql<number>`sum(${pageVote.useful})::int`;
  const notUseful = sql<number>`sum(${pageVote.notUseful})::int`;
  const pages = await q
    .select({ path: pageVote.path, useful, notUseful })
    .from(pageVote)
    .where(within)
    .groupBy(pageVote.path)
    .orderBy(desc(notUseful), pageVote.path)
    .limit(SHOWN);
  const [all] = await q
    .select({
      useful: sql<number>`coalesce(${useful}, 0)`,
      notUseful: sql<number>`coalesce(${notUseful}, 0)`,
    })
    .from(pageVote)
    .where(within);
  return { since, pages, all: all! };
}
