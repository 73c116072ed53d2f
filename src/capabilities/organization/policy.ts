import { roles } from "#platform/auth/actor.ts";
import { definePolicy } from "#platform/auth/policy.ts";

export interface OrganizationSubject {
  agencyId: string;
  /** Given where the sample is to be removed: only from within, at the top of its tree. */
  isSample?: boolean;
  parentId?: string | null;
}

/** Administrators keep the organization; everybody sees it; the auditor and administrators read the audit. */
export const organizationPolicy = definePolicy<OrganizationSubject>()("organization", {
  read: { roles },
  manage: { roles: ["administrator"] },
  readAudit: { roles: ["administrator", "auditor"] },
  readQuality: { roles: ["administrator", "auditor"] },
  removeSample: {
    roles: ["administrator"],
    unless: (_, { isSample, parentId }) =>
      isSample && !parentId ? null : "Cơ quan của bạn không phải dữ liệu mẫu nên không có gì để gỡ.",
  },
});

/** A signing authority; `personId`: who signs with it, absent where none is meant. */
export interface SigningSubject {
  agencyId: string;
  personId?: string;
}

/** Administrators and the leadership write down who signs, never for themselves; everybody may see it. */
export const signingPolicy = definePolicy<SigningSubject>()("signing", {
  list: { roles },
  record: {
    roles: ["administrator", "leadership"],
    unless: (actor, { personId }) =>
      actor.personId === personId ? "Thẩm quyền ký của chính bạn cần người khác ghi." : null,
  },
  end: { roles: ["administrator", "leadership"] },
});

/** An agency under one's own, seen from above: `agencyId` is the agency above; the rest is absent where none is meant. */
export interface SubordinateSubject {
  agencyId: string;
  /** Kinds that may stand under the agency above. */
  kinds?: readonly string[];
  active?: boolean;
  activeBelow?: number;
  unentered?: boolean;
}

/** Administrators of an agency add those under it, name them, and put them to rest; what is inside stays their own. */
export const subordinatePolicy = definePolicy<SubordinateSubject>()("subordinate", {
  list: { roles: ["administrator", "auditor"] },
  add: {
    roles: ["administrator"],
    unless: (_, { kinds }) =>
      kinds?.length === 0 ? "Cơ quan cấp xã không có cơ quan trực thuộc trong hệ thống." : null,
  },
  rename: { roles: ["administrator"] },
  rest: {
    roles: ["administrator"],
    unless: (_, { active, activeBelow = 0 }) =>
      active && activeBelow > 0 ? "Cơ quan này còn cơ quan trực thuộc đang hoạt động." : null,
  },
  invite: {
    roles: ["administrator"],
    unless: (_, { unentered, active }) => {
      if (unentered === false) return "Đã có người của cơ quan này đặt mật khẩu; họ tự giúp nhau lấy lại.";
      return active === false ? "Cơ quan này đang ngừng hoạt động." : null;
    },
  },
});
