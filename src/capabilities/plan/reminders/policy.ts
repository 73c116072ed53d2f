import { roles } from "#platform/auth/actor.ts";
import { definePolicy } from "#platform/auth/policy.ts";

/** Administrators and editors set when people are reminded; everybody may know it. */
export const reminderPolicy = definePolicy<{ agencyId: string }>()("reminder", {
  read: { roles },
  set: { roles: ["administrator", "editor"] },
});
