import { type Answers, apiFor } from "#ui/api.ts";
import { timelinessContract } from "../contract.ts";

export const api = apiFor({ timeliness: timelinessContract });

type All = Answers<typeof timelinessContract>;
export type FiguresView = All["figures"];
export type FigureRow = FiguresView["rows"][number];
export type SheetTrial = All["trySheet"];
export type CountsTrial = All["tryCounts"];
export type MadeImport = All["imports"]["imports"][number];
export type DossierBehind = All["dossiersBehind"]["dossiers"][number];
export type LateView = All["lateDossiers"];
export type LateRow = LateView["dossiers"][number];
export type Apology = All["apologies"]["apologies"][number];
export type ApologyRule = All["apologyRule"]["rule"];
export type Publication = All["publications"]["publications"][number];
export type PraiseView = All["praise"];
export type ServiceIndexView = All["serviceIndex"];
export type ScoreView = ServiceIndexView["scores"][number];
