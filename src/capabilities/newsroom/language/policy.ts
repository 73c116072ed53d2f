import { roles } from "#platform/auth/actor.ts";
import { definePolicy } from "#platform/auth/policy.ts";

/** Editors and the Office keep the list of words; everybody sees it. */
export const languageWordPolicy = definePolicy<{ agencyId: string }>()("language-word", {
  read: { roles },
  save: { roles: ["editor", "office"] },
});
