import { hasRole } from "#platform/auth/actor.ts";
import { definePolicy } from "#platform/auth/policy.ts";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import type { ReviewedKind, ReviewOutcome, ReviewState } from "./rights-review.ts";

/** A review; where one of its lines is meant, that too. */
export interface RightsReviewSubject {
  agencyId: string;
  state?: ReviewState;
  /** Lines that nobody has decided yet. */
  undecided?: number;
  /** Whether anything was decided in it. */
  begun?: boolean;
  line?: {
    kind: ReviewedKind;
    personId: string;
    outcome: ReviewOutcome | null;
    /** A change that somebody asked for waits for an administrator, and there is one besides the holder. */
    proposed: boolean;
    /** Heads of the unit, without the person whose right it is; empty where others decide. */
    headIds: string[];
    dueOn: string;
    overdue: boolean;
  };
}

const over = ({ state }: RightsReviewSubject) =>
  state === undefined || state === "open" ? null : "Đợt rà soát này đã kết thúc, không sửa được nữa.";

/**
 * Administrators open a review of their agency's rights and close it. Heads decide on the people of their unit;
 * administrators and the leadership on the rest, and on what the heads left open after the day; nobody on their own.
 */
export const rightsReviewPolicy = definePolicy<RightsReviewSubject>()("rights-review", {
  read: { roles: ["administrator", "leadership", "auditor", "head"] },
  take: { roles: ["administrator", "leadership", "auditor"] },
  open: { roles: ["administrator"] },
  setMonth: { roles: ["administrator"] },
  decide: {
    roles: ["administrator", "leadership", "head"],
    unless: (actor, subject) => {
      const ended = over(subject);
      if (ended || !subject.line) return ended;
      const { kind, personId, outcome, proposed, headIds, dueOn, overdue } = subject.line;
      if (personId === actor.personId) return "Quyền của chính bạn do người khác rà soát.";
      if (outcome === "withdrawn" || outcome === "changed")
        return "Quyền này đã được xử lý; muốn giao lại thì phân công ở mục Người dùng.";
      if (proposed)
        return hasRole(actor, "administrator") ? null : "Đề nghị đổi đang chờ quản trị thực hiện.";
      if (headIds.includes(actor.personId)) return null;
      if (!hasRole(actor, "administrator", "leadership")) return "Người này thuộc đơn vị khác.";
      if (kind === "account" && !hasRole(actor, "administrator")) return "Tài khoản do quản trị rà soát.";
      return headIds.length > 0 && !overdue
        ? `Trưởng đơn vị rà soát đến hết ngày ${formatDate(dueOn)}; sau ngày đó quản trị, lãnh đạo quyết định thay.`
        : null;
    },
  },
  /** Gives another role in the place of one; others propose it. */
  change: { roles: ["administrator"], unless: (_, subject) => over(subject) },
  close: {
    roles: ["administrator"],
    unless: (_, subject) =>
      over(subject) ??
      ((subject.undecided ?? 0) > 0
        ? `Còn ${subject.undecided} dòng chưa quyết định; quyết định đủ rồi mới kết thúc được.`
        : null),
  },
  cancel: {
    roles: ["administrator"],
    unless: (_, subject) =>
      over(subject) ??
      (subject.begun ? "Đã có dòng được quyết định; hãy rà soát tiếp cho đủ rồi kết thúc." : null),
  },
});
