import { inArray } from "drizzle-orm";
import { hasRole } from "#platform/auth/actor.ts";
import { byFirstId, type NoticeMatters } from "#platform/work/notice-matters.ts";
import { reviewMatters } from "./rights-review/review-matters.ts";
import { person } from "./tables.ts";

const stands = async () => null;

/** What the organization tells of, looked up again. */
export const noticeMatters: NoticeMatters = {
  ...reviewMatters,
  person: byFirstId(
    (q, ids) =>
      q.select({ id: person.id, active: person.active }).from(person).where(inArray(person.id, ids)),
    (left, _, recipient) => {
      if (left?.active) return "Tài khoản này đã được mở lại.";
      return hasRole(recipient, "administrator") ? null : "Bạn không còn quản trị người dùng.";
    },
  ),
  "account-second-factor-reset": stands,
  "account-sessions-ended": stands,
  "account-push-device": stands,
};
