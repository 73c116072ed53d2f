import { eq } from "drizzle-orm";
import { hasRole } from "#platform/auth/actor.ts";
import { today } from "#platform/clock/vietnam-time.ts";
import type { NoticeMatters } from "#platform/work/notice-matters.ts";
import { agency, rightsReview, rightsReviewLine } from "../tables.ts";
import { reviewStateOf } from "./rights-review.ts";
import { linesOf, reviewAskedSince } from "./rights-review-queries.ts";

/** What reviews of rights tell of, looked up again. */
export const reviewMatters: NoticeMatters = {
  "rights-review": async (q, { about: [id, step, lineId] }, recipient) => {
    const [review] = await q.select().from(rightsReview).where(eq(rightsReview.id, id!));
    if (!review || reviewStateOf(review) !== "open") return "Đợt rà soát này đã kết thúc.";
    if (step === "change") {
      const [line] = await q.select().from(rightsReviewLine).where(eq(rightsReviewLine.id, lineId!));
      if (line?.outcome) return "Đề nghị này đã được quyết định.";
      return hasRole(recipient, "administrator") ? null : "Bạn không còn quản trị người dùng.";
    }
    if (hasRole(recipient, "administrator")) return null;
    const left = (await linesOf(q, review, new Date())).some(
      ({ open, subject }) => open && subject.line!.headIds.includes(recipient.personId),
    );
    return left ? null : "Đơn vị bạn không còn ai chờ bạn rà soát.";
  },
  "rights-review-due": async (q, { about: [agencyId] }, recipient) => {
    if (!hasRole(recipient, "administrator")) return "Bạn không còn quản trị người dùng.";
    const [one] = await q.select().from(agency).where(eq(agency.id, agencyId!));
    return one && (await reviewAskedSince(q, one, today().toString()))
      ? null
      : "Đợt rà soát quyền của năm đã mở.";
  },
};
