import { type Answers, apiFor } from "#ui/api.ts";
import { listeningContract } from "../contract.ts";

export const api = apiFor({ listening: listeningContract });

export type Sources = Answers<typeof listeningContract>["sources"];
export type ItemView = Answers<typeof listeningContract>["items"]["items"][number];
export type IncidentView = Answers<typeof listeningContract>["incidents"]["incidents"][number];
export type Source = Sources["sources"][number];
export type Trial = Answers<typeof listeningContract>["trySource"];
