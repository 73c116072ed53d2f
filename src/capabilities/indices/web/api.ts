import { planContract } from "#plan/contract";
import { type Answers, apiFor } from "#ui/api.ts";
import { indicesContract } from "../contract.ts";

export const api = apiFor({ indices: indicesContract, plan: planContract });

type All = Answers<typeof indicesContract>;
export type Indices = All["indices"];
export type Index = All["index"];
export type Entity = Index["entities"][number];
export type Result = Index["results"][number];
export type Target = Index["targets"][number];
export type Component = Index["components"][number];
export type Serving = All["serving"]["components"][number];
export type TriedLines = All["tryResults"]["lines"];
export type Sheet = All["selfScore"];
export type Criterion = Sheet["criteria"][number];
export type CriteriaRead = All["readCriteria"];
