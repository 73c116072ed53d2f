import { hasRole, roles } from "#platform/auth/actor.ts";
import { definePolicy } from "#platform/auth/policy.ts";

export interface ViewSubject {
  agencyId: string;
  personId?: string;
  shared?: boolean;
}

/** The auditor changes nothing. */
const keepers = roles.filter((role) => role !== "auditor");

/** Everybody else keeps views of their own and may share them; editors also take away what others share. */
export const viewPolicy = definePolicy<ViewSubject>()("view", {
  read: { roles },
  save: { roles: keepers },
  remove: {
    roles: keepers,
    unless: (actor, { personId, shared }) => {
      if (personId === undefined || personId === actor.personId) return null;
      return shared && hasRole(actor, "editor") ? null : "Chỉ người lưu mới xóa được cách xem này.";
    },
  },
});
