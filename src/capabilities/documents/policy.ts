import { roles } from "#platform/auth/actor.ts";
import { definePolicy } from "#platform/auth/policy.ts";

export interface DocumentSubject {
  agencyId: string;
}

/** Everybody in the agency reads the register; TTBCXB, the Office and the leadership write in it. */
export const documentPolicy = definePolicy<DocumentSubject>()("document", {
  read: { roles },
  register: { roles: ["editor", "office", "leadership"] },
});
