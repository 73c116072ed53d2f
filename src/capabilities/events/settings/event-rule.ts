/** How an agency keeps what is sent for events, and when it reminds; each in days. */
export interface EventRule {
  /** After the event, words of questions are forgotten. */
  questionDays: number;
  /** After the event, codes of invitations are forgotten; how many came is kept. */
  codeDays: number;
  /** Before the event, those who hold it are reminded. */
  beforeDays: number;
  /** After the event, they are reminded when nothing is recorded. */
  afterDays: number;
}

export const usualRule: EventRule = { questionDays: 90, codeDays: 30, beforeDays: 3, afterDays: 2 };

export const KEEP_FROM = 7;
export const KEEP_TO = 365;
export const REMIND_FROM = 1;
export const REMIND_TO = 30;
