import { and, eq, inArray } from "drizzle-orm";
import { byFirstId, type NoticeMatters } from "#platform/work/notice-matters.ts";
import { pressContact } from "../../tables.ts";

/** What came back, looked up again. */
export const bounceMatters: NoticeMatters = {
  "press-bounce": byFirstId(
    (q, ids, agencyId) =>
      q
        .select()
        .from(pressContact)
        .where(and(eq(pressContact.agencyId, agencyId), inArray(pressContact.id, ids))),
    (row) => (row && row.suspendedAt !== null ? null : "Địa chỉ đã được sửa hoặc gửi lại được."),
  ),
};
