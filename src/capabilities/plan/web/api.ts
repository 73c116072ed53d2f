import { organizationContract } from "#organization/contract";
import { apiFor } from "#ui/api.ts";
import { planContract } from "../contract.ts";
import type { PlanReading } from "../reading/plan-reading.ts";

export const api = apiFor({ plan: planContract, organization: organizationContract });

export type PlanView = Awaited<ReturnType<typeof api.plan.get.call>>;
export type TaskView = PlanView["tasks"][number];
export type ObligationView = PlanView["obligations"][number];
/** The clauses nest in themselves, which the client's types cannot follow; the contract's schema has checked them. */
export type ImportView = Omit<Awaited<ReturnType<typeof api.plan.getImport.call>>, "reading"> & {
  reading: PlanReading;
};
export type PlanLinks = Awaited<ReturnType<typeof api.plan.links.call>>;
export type CoverageView = Awaited<ReturnType<typeof api.plan.coverage.call>>;
export type ParentView = Awaited<ReturnType<typeof api.plan.parents.call>>["parents"][number];
