import { newsroomContract } from "#newsroom/contract";
import { planContract } from "#plan/contract";
import { type Answers, apiFor } from "#ui/api.ts";
import { eventsContract } from "../contract.ts";

export const api = apiFor({ events: eventsContract, plan: planContract, newsroom: newsroomContract });

type All = Answers<typeof eventsContract>;
export type EventList = All["list"];
export type EventRow = EventList["events"][number];
export type EventView = All["get"];
export type QuestionView = EventView["questions"][number];
