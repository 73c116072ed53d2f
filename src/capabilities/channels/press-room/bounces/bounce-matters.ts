import { and, eq, inArray } from "drizzle-orm";
import { byFirstId, type NoticeMatters } from "#platform/work/notice-matters.ts";
import { pressContact, pressMailbox } from "../../tables.ts";

/** What came back, and where that is read, looked up again. */
export const bounceMatters: NoticeMatters = {
  "press-bounce": byFirstId(
    (q, ids, agencyId) =>
      q
        .select()
        .from(pressContact)
        .where(and(eq(pressContact.agencyId, agencyId), inArray(pressContact.id, ids))),
    (row) => (row && row.suspendedAt !== null ? null : "Địa chỉ đã được sửa hoặc gửi lại được."),
  ),
  // Who has the release and not what came after it is told once; whoever reads it calls there.
  "press-follow-up": async () => null,
  // The same of a guidance letter that was taken back.
  "press-letter-untold": async () => null,
  "press-mailbox": byFirstId(
    (q, ids, agencyId) =>
      q
        .select({ id: pressMailbox.accountId, failingSince: pressMailbox.failingSince })
        .from(pressMailbox)
        .where(and(eq(pressMailbox.agencyId, agencyId), inArray(pressMailbox.accountId, ids))),
    (row, { moment }) =>
      row?.failingSince?.toISOString() === moment ? null : "Hộp thư đã đọc lại được hoặc đã đặt lại.",
  ),
};
