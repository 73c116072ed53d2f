import { casesBetween, feedbackBetween } from "#feedback";
import type { Queryable } from "#platform/database/database.ts";
import type { ChainFeedback } from "./feedback-in-period.ts";

/** Feedback of a period as it stands on `today`. */
export async function gatherFeedback(
  q: Queryable,
  agencyId: string,
  { period: { from, to }, today }: { period: { from: string; to: string }; today: string },
): Promise<ChainFeedback> {
  const until = today < to ? today : to;
  return {
    ...{ from, until },
    rows: (await feedbackBetween(q, agencyId, { from, to: until })).map((row) => ({
      ...{ id: row.id, code: row.code, kindLabel: row.kindLabel, unitName: row.unitName },
      ...{ receivedOn: row.receivedOn, dueOn: row.dueOn, answeredOn: row.answeredOn, endedOn: row.endedOn },
      ...{ paused: row.paused, rating: row.rating, publishedOn: row.publishedOn },
    })),
    cases: await casesBetween(q, agencyId, { from, to: until }),
  };
}
