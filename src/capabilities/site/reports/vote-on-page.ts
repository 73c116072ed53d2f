import { sql } from "drizzle-orm";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { pageVote } from "../tables.ts";

/** Counts that a page helped, or did not; of who says so nothing is kept, so it is no act of a person. */
export async function voteOnPage(
  q: Queryable,
  { agencyId, path, useful, at }: { agencyId: string; path: string; useful: boolean; at: Date },
): Promise<void> {
  const count = { useful: useful ? 1 : 0, notUseful: useful ? 0 : 1 };
  await q
    .insert(pageVote)
    .values({ agencyId, path, day: toVietnamDate(at).toString(), ...count })
    .onConflictDoUpdate({
      target: [pageVote.agencyId, pageVote.path, pageVote.day],
      set: {
        useful: sql`${pageVote.useful} + ${count.useful}`,
        notUseful: sql`${pageVote.notUseful} + ${count.notUseful}`,
      },
    });
}
