import { isSigned, signed } from "#platform/config/own-secret.ts";
import { uuidv7 } from "#platform/database/id.ts";

/** Nobody has read and filled a form in less. */
const LEAST_SECONDS = 3;
const MOST_HOURS = 24;

/** What a form carries: the id of what it will make, and when it was shown; only we can write it. */
function newMark(now: Date): string {
  const text = `${uuidv7()}.${now.getTime().toString(36)}`;
  return `${text}.${signed("form", text)}`;
}

/** "early" and "old" come back with everything that was typed; "false" is no mark of ours. */
export type MarkVerdict = { id: string } | "early" | "old" | "false";

export function judgeMark(mark: string, now: Date): MarkVerdict {
  const [id = "", shown = "", signature = ""] = mark.split(".");
  if (!isSigned("form", `${id}.${shown}`, signature)) return "false";
  const seconds = (now.getTime() - Number.parseInt(shown, 36)) / 1000;
  if (seconds < LEAST_SECONDS) return "early";
  return seconds > MOST_HOURS * 3600 ? "old" : { id };
}

/** The mark of a form that is shown again with its faults: the same while it serves, so that a quick correction is not taken for a program's. */
export const markAgain = (mark: string, now: Date): string => {
  const verdict = judgeMark(mark, now);
  return verdict === "old" || verdict === "false" ? newMark(now) : mark;
};
