import { inBulk, type NoticeMatters } from "#platform/work/notice-matters.ts";
import { budgetPolicy } from "./policy.ts";
import { moneyWaiting } from "./waiting.ts";

/** What is told of money, looked up again. */
export const noticeMatters: NoticeMatters = {
  "money-to-decide": inBulk(
    async (q, _, recipient) =>
      budgetPolicy.hindrance(recipient, "read", { agencyId: recipient.agencyId })
        ? []
        : moneyWaiting(q, recipient),
    (waiting, { about: [kind, id] }) =>
      waiting.some((one) => one.kind === kind && one.id === id && one.isMine)
        ? null
        : "Việc này không còn chờ bạn.",
  ),
};
