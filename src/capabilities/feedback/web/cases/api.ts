import { newsroomContract } from "#newsroom/contract";
import { planContract } from "#plan/contract";
import { type Answers, apiFor } from "#ui/api.ts";
import { feedbackContract } from "../../contract.ts";

export const api = apiFor({ feedback: feedbackContract, plan: planContract, newsroom: newsroomContract });

export type CaseList = Answers<typeof feedbackContract>["cases"];
export type CaseRow = CaseList["cases"][number];
export type CaseView = Answers<typeof feedbackContract>["caseById"];
