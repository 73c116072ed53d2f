import { and, eq, inArray } from "drizzle-orm";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { byFirstId, inBulk, type NoticeMatters } from "#platform/work/notice-matters.ts";
import { spokesperson } from "../../tables.ts";
import { nextGap } from "./spokesperson.ts";
import { speaksForAll, termsOf } from "./spokesperson-queries.ts";

/** What the register of spokespeople tells of, looked up again. */
export const spokespersonMatters: NoticeMatters = {
  "spokesperson-expires": byFirstId(
    (q, ids, agencyId) =>
      q
        .select()
        .from(spokesperson)
        .where(and(eq(spokesperson.agencyId, agencyId), inArray(spokesperson.id, ids))),
    (row, { about }) => (row?.toDate === about[2] ? null : "Thời hạn của người phát ngôn đã đổi."),
  ),
  "spokesperson-gap": inBulk(
    async (q, _, { agencyId }) => (await termsOf(q, agencyId)).filter(speaksForAll),
    (terms) =>
      nextGap(terms, toVietnamDate(new Date()).toString(), 0) ? null : "Cơ quan đã có người phát ngôn.",
  ),
};
