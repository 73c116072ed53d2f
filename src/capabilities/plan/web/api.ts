import { organizationContract } from "#organization/contract";
import { apiFor } from "#ui/api.ts";
import { planContract } from "../contract.ts";

export const api = apiFor({ plan: planContract, organization: organizationContract });

export type PlanView = Awaited<ReturnType<typeof api.plan.get.call>>;
export type TaskView = PlanView["tasks"][number];
export type ObligationView = PlanView["obligations"][number];
export type ImportView = Awaited<ReturnType<typeof api.plan.getImport.call>>;
export type CoverageView = Awaited<ReturnType<typeof api.plan.coverage.call>>;
