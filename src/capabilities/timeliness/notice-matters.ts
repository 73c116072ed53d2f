import { and, eq, inArray } from "drizzle-orm";
import { byFirstId, type NoticeMatters } from "#platform/work/notice-matters.ts";
import { apology } from "./tables.ts";

/** What is told of, looked up again. */
export const noticeMatters: NoticeMatters = {
  "apology-draft": byFirstId(
    (q, ids, agencyId) =>
      q
        .select({ id: apology.id, state: apology.state })
        .from(apology)
        .where(and(eq(apology.agencyId, agencyId), inArray(apology.id, ids))),
    (row) => (row?.state === "draft" ? null : "Thư xin lỗi này đã được duyệt hoặc rút."),
  ),
};
