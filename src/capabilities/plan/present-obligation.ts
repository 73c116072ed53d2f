import type { Actor } from "#platform/auth/actor.ts";
import type { PlanChain } from "./plan-chain.ts";
import { planPolicy } from "./policy.ts";

/** Obligations as the API answers them: with what the caller may do. */
export const presentObligations = (actor: Actor, { plan, obligations }: PlanChain) =>
  obligations.map((row) => ({
    ...row,
    may: planPolicy.may(actor, { agencyId: plan.agencyId, unitIds: row.allUnits ? null : row.unitIds }),
  }));
