import { eventsBetween } from "#events";
import type { Queryable } from "#platform/database/database.ts";
import type { ChainEvents } from "./events-in-period.ts";

/** Events, questions and promises of a period as they stand on `today`. */
export async function gatherEvents(
  q: Queryable,
  agencyId: string,
  { period: { from, to }, today }: { period: { from: string; to: string }; today: string },
): Promise<ChainEvents> {
  const until = today < to ? today : to;
  const { events, questions, commitments } = await eventsBetween(q, agencyId, { from, to: until });
  const public_ = (day: string | null): string | null => (day !== null && day <= until ? day : null);
  return {
    ...{ from, until },
    events: events.flatMap(({ state, ...row }) => (state === "draft" ? [] : [{ ...row, state }])),
    questions: questions.map((row) => ({ ...row, publishedOn: public_(row.publishedOn) })),
    commitments: commitments.map((row) => ({
      ...row,
      ...{ toldOn: public_(row.toldOn), doneOn: public_(row.toldOn) === null ? null : row.doneOn },
    })),
  };
}
