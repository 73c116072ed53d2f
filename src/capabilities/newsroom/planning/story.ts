import { type ContentState, stateLabels } from "../content-item.ts";

/** What a story has come to, as it follows from its deliverables. */
export const storyStates = ["proposed", "doing", "done", "dropped"] as const;
export type StoryState = (typeof storyStates)[number];

export const storyStateLabels: Record<StoryState, string> = {
  proposed: "Đề xuất",
  doing: "Đang làm",
  done: "Xong",
  dropped: "Bỏ",
};

/** States of what is planned: nothing written yet, or those of the text. */
export const plannedStates = [
  "planned",
  "draft",
  "submitted",
  "returned",
  "refused",
  "approved",
  "scheduled",
  "published",
  "withdrawn",
  "removed",
  "discarded",
] as const satisfies readonly ("planned" | ContentState)[];
export type PlannedState = (typeof plannedStates)[number];

/** Columns of the board, in the order in which a text goes through them. */
export const boardStates = [
  "planned",
  "draft",
  "submitted",
  "returned",
  "approved",
  "scheduled",
  "published",
] as const satisfies readonly PlannedState[];
export type BoardState = (typeof boardStates)[number];

export const plannedStateLabels: Record<PlannedState, string> = { planned: "Chưa viết", ...stateLabels };

/** The text has been before the public. */
const outStates: readonly ContentState[] = ["published", "withdrawn", "removed"];

/** Where a deliverable stands: a text that was put aside counts as none. */
export const plannedStateOf = (itemState: ContentState | null): PlannedState =>
  itemState === null || itemState === "discarded" ? "planned" : itemState;

/** A story is done when all that was to come of it has come out; one from which nothing is to come is still proposed. */
export function storyStateOf(droppedAt: Date | null, items: (ContentState | null)[]): StoryState {
  if (droppedAt !== null) return "dropped";
  const states = items.map(plannedStateOf);
  if (states.length > 0 && states.every((state) => (outStates as string[]).includes(state))) return "done";
  return states.some((state) => state !== "planned") ? "doing" : "proposed";
}

/** Its maker still has something to do: nothing is written, or it is not handed in. */
export const waitsForMaker = (itemState: ContentState | null): boolean =>
  ["planned", "draft", "returned", "refused"].includes(plannedStateOf(itemState));
