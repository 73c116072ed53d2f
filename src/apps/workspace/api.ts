import { budgetContract } from "#budget/contract";
import { channelsContract } from "#channels/contract";
import { feedbackContract } from "#feedback/contract";
import { newsroomContract } from "#newsroom/contract";
import { organizationContract } from "#organization/contract";
import { planContract } from "#plan/contract";
import { reportsContract } from "#reports/contract";
import { apiFor } from "#ui/api.ts";

export const api = apiFor({
  organization: organizationContract,
  plan: planContract,
  newsroom: newsroomContract,
  channels: channelsContract,
  budget: budgetContract,
  feedback: feedbackContract,
  reports: reportsContract,
});
