import { and, eq, inArray } from "drizzle-orm";
import { byFirstId, type NoticeMatters } from "#platform/work/notice-matters.ts";
import { listeningSource } from "./tables.ts";

const ofSource = (why: (row: typeof listeningSource.$inferSelect) => string | null) =>
  byFirstId(
    (q, ids, agencyId) =>
      q
        .select()
        .from(listeningSource)
        .where(and(eq(listeningSource.agencyId, agencyId), inArray(listeningSource.id, ids))),
    (row) => (row ? why(row) : "Nguồn tin không còn."),
  );

/** Feeds that could not be read, looked up again. */
export const noticeMatters: NoticeMatters = {
  "listening-failing": ofSource(({ failingSince, offReason }) =>
    failingSince === null || offReason !== null ? "Nguồn tin đã đọc lại được hoặc đã ngừng theo dõi." : null,
  ),
  "listening-ended": ofSource(({ offReason }) =>
    offReason === null ? "Nguồn tin đã được theo dõi lại." : null,
  ),
};
