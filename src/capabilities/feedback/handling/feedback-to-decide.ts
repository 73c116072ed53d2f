import { and, asc, eq, isNull } from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { type FeedbackKind, feedbackKinds } from "../feedback.ts";
import { subjectOf } from "../feedback-queries.ts";
import { feedbackPolicy } from "../policy.ts";
import { feedback, feedbackPublication } from "../tables.ts";

/** Answers that wait for a second person, and outcomes that wait for a second reader; by codes, without their words. */
export async function feedbackToDecide(q: Queryable, actor: Actor) {
  const { agencyId } = actor;
  const answers = await q
    .select()
    .from(feedback)
    .where(and(eq(feedback.agencyId, agencyId), eq(feedback.answerState, "waiting")))
    .orderBy(asc(feedback.dueOn), asc(feedback.id));
  const outcomes = await q
    .select()
    .from(feedbackPublication)
    .where(
      and(
        eq(feedbackPublication.agencyId, agencyId),
        isNull(feedbackPublication.publishedAt),
        isNull(feedbackPublication.withdrawnAt),
      ),
    )
    .orderBy(asc(feedbackPublication.preparedAt), asc(feedbackPublication.id));
  return {
    answers: answers.map((row) => ({
      ...{ id: row.id, code: row.code, dueOn: row.dueOn, kindLabel: feedbackKinds[row.kind as FeedbackKind] },
      isMine: feedbackPolicy.hindrance(actor, "approve", subjectOf(row)) === null,
    })),
    outcomes: outcomes.map((row) => ({
      ...{ id: row.feedbackId, code: row.code, title: row.title, since: row.preparedAt },
      isMine: feedbackPolicy.hindrance(actor, "check", { agencyId, preparedBy: row.preparedBy }) === null,
    })),
  };
}
