/** open: waits for somebody; aside: not now, with the reason; withdrawn: its source says that the cause is gone. */
export const suggestionStates = ["open", "accepted", "aside", "withdrawn"] as const;
export type SuggestionState = (typeof suggestionStates)[number];

/** For which period what the plan lacks is asked: as the coverage board has it, and the month to come. */
export const suggestionSpans = ["quarter", "month", "next-month"] as const;
export type SuggestionSpan = (typeof suggestionSpans)[number];

/** Sources whose suggestions are read off the plan each time; of them only decisions are kept. */
export const CLAUSE_SOURCE = "coverage-clause";
export const THEME_SOURCE = "coverage-theme";
export const isReadOff = (source: string): boolean => source === CLAUSE_SOURCE || source === THEME_SOURCE;

/** What might be told and why now, as it is offered. */
export interface Suggestion {
  /** Which part of the system says it, for itself and for people. */
  source: string;
  sourceLabel: string;
  /** The source's own name for the cause: the same one is decided on once. */
  key: string;
  title: string;
  why: string;
  /** Where in the workspace the cause is seen: "/bao-phu?…". */
  href: string;
  /** The channel that lacks it; null: any. */
  channel: string | null;
  /** Whose it would be; null: whoever takes it up. */
  unitId: string | null;
  /** The cause of which this one is a part: put aside there, it is put aside here. */
  within: string | null;
  /** YYYY-MM-DD, the first day that it is for; null: any. */
  from: string | null;
  /** YYYY-MM-DD, the last day on which it is worth telling; null: none. */
  until: string | null;
  /** What of the plan its story is to serve. */
  links: { taskIds: string[]; obligationIds: string[]; clauseIds: string[] };
}
