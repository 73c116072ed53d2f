import { roles } from "#platform/auth/actor.ts";
import { definePolicy } from "#platform/auth/policy.ts";

export interface OrganizationSubject {
  agencyId: string;
}

/** Administrators keep the organization; everybody sees it; the auditor and administrators read the audit. */
export const organizationPolicy = definePolicy<OrganizationSubject>()("organization", {
  read: { roles },
  manage: { roles: ["administrator"] },
  readAudit: { roles: ["administrator", "auditor"] },
});
