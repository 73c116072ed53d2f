import { roles } from "#platform/auth/actor.ts";
import { definePolicy } from "#platform/auth/policy.ts";

export interface DossierSubject {
  agencyId: string;
}

/** Everybody in the agency reads the figures; the Office and the editors bring the sheets. */
export const dossierPolicy = definePolicy<DossierSubject>()("dossier", {
  read: { roles },
  import: { roles: ["editor", "office"] },
});
