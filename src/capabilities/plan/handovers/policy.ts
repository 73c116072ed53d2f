import { roles } from "#platform/auth/actor.ts";
import { definePolicy } from "#platform/auth/policy.ts";

/** A plan that another agency handed over, seen by who received it: `agencyId` is the receiver. */
export interface HandoverSubject {
  agencyId: string;
  acknowledgedAt?: Date | null;
  takenBackAt?: Date | null;
  /** A newer version has been handed over. */
  superseded?: boolean;
}

const gone = ({ takenBackAt }: HandoverSubject) =>
  takenBackAt ? "Cơ quan chuyển đã thu lại kế hoạch này." : null;

/** Everybody in the receiving agency reads; its office, editors and leadership answer for it. */
export const handoverPolicy = definePolicy<HandoverSubject>()("handover", {
  list: { roles },
  read: { roles, unless: (_, subject) => gone(subject) },
  acknowledge: {
    roles: ["office", "editor", "leadership"],
    unless: (_, subject) => {
      if (subject.acknowledgedAt) return "Cơ quan đã xác nhận nhận kế hoạch.";
      return (
        gone(subject) ??
        (subject.superseded ? "Đã được chuyển bản mới hơn; hãy xác nhận bản mới nhất." : null)
      );
    },
  },
  adopt: {
    roles: ["editor", "leadership"],
    unless: (_, subject) =>
      gone(subject) ?? (subject.superseded ? "Đã được chuyển bản mới hơn; hãy lấy bản mới nhất." : null),
  },
});
