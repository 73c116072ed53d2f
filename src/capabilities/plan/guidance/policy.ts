import { type Role, roles } from "#platform/auth/actor.ts";
import { definePolicy } from "#platform/auth/policy.ts";

export interface GuidanceSubject {
  agencyId: string;
  /** The unit that acknowledges or asks. */
  unitIds?: string[];
  withdrawnAt?: Date | null;
  acknowledgedAt?: Date | null;
  /** A later edition has been sent. */
  superseded?: boolean;
  answeredAt?: Date | null;
}

/** Whoever acknowledges a plan for the unit acknowledges its guidance, too. */
const ofUnits: Role[] = ["contributor", "head", "editor", "office", "finance", "leadership"];

const standing = ({ withdrawnAt }: GuidanceSubject) => (withdrawnAt ? "Hướng dẫn này đã được rút." : null);

/** The editors' house guides and answers, people of the units acknowledge and ask; everybody in the agency reads. */
export const guidancePolicy = definePolicy<GuidanceSubject>()("guidance", {
  read: { roles },
  send: { roles: ["editor"] },
  revise: { roles: ["editor"], unless: (_, subject) => standing(subject) },
  withdraw: { roles: ["editor"], unless: (_, subject) => standing(subject) },
  remind: { roles: ["editor"], unless: (_, subject) => standing(subject) },
  acknowledge: {
    roles: ofUnits,
    inOwnUnit: ofUnits,
    elsewhere: "Chỉ người của đơn vị được gửi mới xác nhận được.",
    unless: (_, subject) => {
      if (subject.acknowledgedAt) return "Đơn vị đã xác nhận nhận hướng dẫn.";
      return subject.superseded
        ? "Đã có bản mới hơn của hướng dẫn; hãy xác nhận bản mới nhất."
        : standing(subject);
    },
  },
  ask: {
    roles: ofUnits,
    inOwnUnit: ofUnits,
    elsewhere: "Chỉ người của đơn vị được gửi mới hỏi được.",
    unless: (_, subject) => standing(subject),
  },
  answer: {
    roles: ["editor"],
    unless: (_, { answeredAt }) => (answeredAt ? "Câu hỏi này đã được trả lời." : null),
  },
});
