import { roles } from "#platform/auth/actor.ts";
import { definePolicy } from "#platform/auth/policy.ts";

export interface ProcedureSubject {
  agencyId: string;
}

const keepers = ["editor", "office"] as const;

/** Everybody in the agency reads the register; the Office and the editors keep it. */
export const procedurePolicy = definePolicy<ProcedureSubject>()("procedure", {
  read: { roles },
  save: { roles: keepers },
  repeal: { roles: keepers },
});
