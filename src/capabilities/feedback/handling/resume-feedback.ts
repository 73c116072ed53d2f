import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { daysOffOf } from "#platform/work/days-off.ts";
import type { Work } from "#platform/work/work.ts";
import { workingDaysBetween, workingDaysOn } from "../clock.ts";
import { type Feedback, heldFeedback, subjectOf } from "../feedback-queries.ts";
import { moveFeedback } from "../move-feedback.ts";
import { feedbackPolicy } from "../policy.ts";

/** Its clocks run on, by as many working days later as they stood. */
export async function runOn(
  work: Work,
  row: Feedback,
  said: { note: string | null; innerNote?: string | null },
): Promise<Feedback> {
  const isOff = await daysOffOf(work.tx, row.agencyId);
  const stood = workingDaysBetween(row.pausedOn!, toVietnamDate(work.at).toString(), isOff);
  return moveFeedback(work, row, {
    step: "resume",
    act: "resume-feedback",
    set: {
      ...{ pausedFrom: null, pausedOn: null },
      classifyDueOn: workingDaysOn(row.classifyDueOn, stood, isOff),
      dueOn: workingDaysOn(row.dueOn, stood, isOff),
    },
    ...said,
    tells: false,
  });
}

/** What the sender said by telephone or letter is written down, and it goes on. @throws Forbidden, Conflict */
export async function resumeFeedback(
  work: Work,
  { id, words }: { id: string; words: string },
): Promise<void> {
  const row = await heldFeedback(work.tx, work.actor.agencyId, id);
  feedbackPolicy.permit(work.actor, "resume", subjectOf(row));
  await runOn(work, row, { note: null, innerNote: words });
}
