import { unitChangeOf } from "#organization";
import { hasRole } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import type { NoticeMatters } from "#platform/work/notice-matters.ts";

/** What changes of units tell of, looked up again. */
export const noticeMatters: NoticeMatters = {
  "unit-change": async (q, { about: [id, step] }, recipient) => {
    if (!hasRole(recipient, "administrator", "editor", "head"))
      return "Bạn không còn phụ trách việc của đơn vị.";
    try {
      const { tookEffectAt } = await unitChangeOf(q, recipient.agencyId, id!);
      return step === "failed" && tookEffectAt ? "Thay đổi này nay đã được thực hiện." : null;
    } catch (error) {
      if (error instanceof NotFound) return "Thay đổi này đã hủy.";
      throw error;
    }
  },
};
