import { type Actor, hasRole, roles, unitsOf } from "#platform/auth/actor.ts";
import { definePolicy } from "#platform/auth/policy.ts";

/** What a rule looks at: the units that answer for a task; empty for a plan, where only the role counts. */
export interface PlanSubject {
  agencyId: string;
  /** Null: every unit. */
  unitIds?: string[] | null;
  acknowledgedAt?: Date | null;
}

const ownUnit = (actor: Actor, { unitIds }: PlanSubject) => {
  if (hasRole(actor, "editor", "leadership") || unitIds === undefined || unitIds === null) return null;
  return unitsOf(actor).some((unitId) => unitIds.includes(unitId))
    ? null
    : "Việc này do đơn vị khác chủ trì hoặc phối hợp.";
};

/** A task of every unit is nobody's own: one head must not take it from the others. */
const ownTask = (actor: Actor, subject: PlanSubject) =>
  subject.unitIds === null && !hasRole(actor, "editor", "leadership")
    ? "Việc chung của các đơn vị do TTBCXB hoặc lãnh đạo giao."
    : ownUnit(actor, subject);

/** TTBCXB and the leadership keep the plan; a unit follows its own tasks; everybody in the agency reads. */
export const planPolicy = definePolicy<PlanSubject>()("plan", {
  read: { roles },
  import: { roles: ["editor", "leadership"] },
  manage: { roles: ["editor", "leadership"] },
  issue: { roles: ["office", "editor"] },
  publish: { roles: ["office", "editor", "leadership"] },
  distribute: { roles: ["office", "editor"] },
  assign: { roles: ["editor", "leadership", "head"], unless: ownTask },
  recordEvidence: { roles: ["contributor", "head", "editor", "office", "finance"], unless: ownUnit },
  withdrawEvidence: { roles: ["editor", "leadership"] },
  acknowledge: {
    roles: ["contributor", "head", "editor", "office", "finance", "leadership"],
    unless: (actor, { unitIds, acknowledgedAt }) => {
      if (acknowledgedAt) return "Đơn vị đã xác nhận nhận kế hoạch.";
      if (unitIds === undefined || unitIds === null) return null;
      return unitsOf(actor).some((unitId) => unitIds.includes(unitId))
        ? null
        : "Chỉ người của đơn vị mới xác nhận được.";
    },
  },
});
