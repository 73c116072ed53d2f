import { roles } from "#platform/auth/actor.ts";
import { definePolicy } from "#platform/auth/policy.ts";

/** Editors and the leadership set targets; everybody in the agency reads. */
export const targetPolicy = definePolicy<{ agencyId: string }>()("target", {
  read: { roles },
  set: { roles: ["editor", "leadership"] },
});
