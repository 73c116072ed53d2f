import { type Actor, hasRole } from "#platform/auth/actor.ts";
import { definePolicy } from "#platform/auth/policy.ts";

/** A question of the press; without more those of the agency. */
export interface EnquirySubject {
  agencyId: string;
  handlerId?: string;
  isOpen?: boolean;
}

const stillOpen = (_: Actor, { isOpen }: EnquirySubject) =>
  isOpen === false ? "Yêu cầu này đã khép lại." : null;

/** Who deals with the press notes what it asks; who it was given to sees to the answer, or who keeps the log. */
export const enquiryPolicy = definePolicy<EnquirySubject>()("press-enquiry", {
  read: {
    roles: ["contributor", "editor", "head", "leadership", "office", "auditor"],
    withoutRole: "Chỉ người làm việc với báo chí, lãnh đạo và kiểm tra xem sổ yêu cầu của báo chí.",
  },
  note: {
    roles: ["editor", "office", "head", "leadership"],
    withoutRole: "Chỉ người làm việc với báo chí ghi yêu cầu.",
  },
  assign: { roles: ["editor", "office", "leadership"], unless: stillOpen },
  close: {
    roles: ["contributor", "editor", "head", "leadership", "office"],
    unless: (actor, subject) =>
      stillOpen(actor, subject) ??
      (subject.handlerId === undefined ||
      subject.handlerId === actor.personId ||
      hasRole(actor, "editor", "office", "leadership")
        ? null
        : "Yêu cầu này giao người khác theo dõi."),
  },
  /** Sets how long the agency takes to answer. */
  rule: {
    roles: ["office", "leadership", "administrator"],
    withoutRole: "Chỉ Văn phòng, lãnh đạo và quản trị đặt giờ trả lời báo chí.",
  },
});
