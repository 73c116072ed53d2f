import { roles } from "#platform/auth/actor.ts";
import { definePolicy } from "#platform/auth/policy.ts";

/** Administrators and the leadership state the steps of approval; everybody sees them. */
export const reviewRoutePolicy = definePolicy<{ agencyId: string }>()("review-route", {
  read: { roles },
  save: { roles: ["administrator", "leadership"] },
  remove: { roles: ["administrator", "leadership"] },
});
