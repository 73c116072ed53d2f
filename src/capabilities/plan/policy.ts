import { type Actor, hasRole, roles } from "#platform/auth/actor.ts";
import { definePolicy } from "#platform/auth/policy.ts";
import type { PlanStanding } from "./plan-standing.ts";

/** What a rule looks at: the units that answer for a task; empty for a plan, where only the role counts. */
export interface PlanSubject {
  agencyId: string;
  /** Null: every unit. */
  unitIds?: string[] | null;
  acknowledgedAt?: Date | null;
  /** A later version of the plan has been sent. */
  superseded?: boolean;
  /** The agency that issued a plan which is only read here; null: an own plan. */
  issuer?: string | null;
  /** A draft has no number and day of issue yet. */
  state?: "draft" | "issued";
  standing?: PlanStanding;
}

const elsewhere = "Việc này do đơn vị khác chủ trì hoặc phối hợp.";

/** A task of every unit is nobody's own: one head must not take it from the others. */
const ownTask = (actor: Actor, { unitIds }: PlanSubject) =>
  unitIds === null && !hasRole(actor, "editor", "leadership")
    ? "Việc chung của các đơn vị do biên tập hoặc lãnh đạo giao."
    : null;

/** A plan of another agency is held beside the own ones, and that is all. */
const ownPlan = (_: Actor, { issuer }: PlanSubject) =>
  issuer ? `Đây là kế hoạch của ${issuer}, chỉ để đối chiếu.` : null;

/** Editors and the leadership keep the plan; a unit follows its own tasks; everybody in the agency reads. */
export const planPolicy = definePolicy<PlanSubject>()("plan", {
  read: { roles },
  import: { roles: ["editor", "leadership"] },
  readImport: { roles: ["editor", "leadership", "auditor"] },
  manage: { roles: ["editor", "leadership"] },
  putInForce: { roles: ["editor", "leadership"], unless: ownPlan },
  issue: { roles: ["office", "editor"], unless: ownPlan },
  publish: { roles: ["office", "editor", "leadership"], unless: ownPlan },
  distribute: { roles: ["office", "editor"], unless: ownPlan },
  handOver: {
    roles: ["office", "editor", "leadership"],
    unless: (actor, subject) => {
      if (subject.state === "draft") return "Hãy ghi số, ngày ban hành trước khi chuyển cho cơ quan khác.";
      if (subject.standing === "ended" || subject.standing === "replaced")
        return "Kế hoạch không còn thực hiện nên không chuyển cho cơ quan khác nữa.";
      return ownPlan(actor, subject);
    },
  },
  takeBackHandover: { roles: ["office", "editor", "leadership"] },
  assign: { roles: ["editor", "leadership", "head"], inOwnUnit: ["head"], elsewhere, unless: ownTask },
  recordEvidence: {
    roles: ["contributor", "head", "editor", "office", "finance"],
    inOwnUnit: ["contributor", "head", "office", "finance"],
    elsewhere,
  },
  withdrawEvidence: { roles: ["editor", "leadership"] },
  acknowledge: {
    roles: ["contributor", "head", "editor", "office", "finance", "leadership"],
    inOwnUnit: ["contributor", "head", "editor", "office", "finance", "leadership"],
    elsewhere: "Chỉ người của đơn vị mới xác nhận được.",
    unless: (_, { acknowledgedAt, superseded }) => {
      if (acknowledgedAt) return "Đơn vị đã xác nhận nhận kế hoạch.";
      return superseded ? "Đã có bản mới hơn của kế hoạch; hãy xác nhận bản mới nhất." : null;
    },
  },
});
