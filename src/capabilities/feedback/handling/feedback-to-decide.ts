import { and, asc, eq, isNull } from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { casePath, subjectOfCase, submittedCases } from "../cases/case-queries.ts";
import { casePolicy } from "../cases/policy.ts";
import { type FeedbackKind, feedbackKinds } from "../feedback.ts";
import { subjectOf } from "../feedback-queries.ts";
import { feedbackPolicy } from "../policy.ts";
import { feedback, feedbackPublication } from "../tables.ts";

/**
 * Answers and cases that wait for a second person, and outcomes that wait for a second reader; by codes and titles,
 * without their words.
 */
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
  const cases = await submittedCases(q, agencyId);
  return {
    answers: answers.map((row) => ({
      ...{ id: row.id, code: row.code, dueOn: row.dueOn, kindLabel: feedbackKinds[row.kind as FeedbackKind] },
      isMine: feedbackPolicy.hindrance(actor, "approve", subjectOf(row)) === null,
    })),
    outcomes: outcomes.map((row) => ({
      ...{ id: row.feedbackId, code: row.code, title: row.title, since: row.preparedAt },
      isMine: feedbackPolicy.hindrance(actor, "check", { agencyId, preparedBy: row.preparedBy }) === null,
    })),
    cases: cases.map((row) => ({
      ...{ id: row.id, title: row.title, since: row.submittedAt! },
      isMine: casePolicy.hindrance(actor, "approve", subjectOfCase(row)) === null,
    })),
  };
}

/** What of it this person may decide, as rows with their way; addresses are below /workspace. */
export async function feedbackWaitingFor(q: Queryable, actor: Actor) {
  feedbackPolicy.permit(actor, "list", { agencyId: actor.agencyId });
  const { answers, outcomes, cases } = await feedbackToDecide(q, actor);
  const mine = <Row extends { isMine: boolean }>(rows: Row[]) => rows.filter(({ isMine }) => isMine);
  return [
    ...mine(answers).map(({ id, code, kindLabel, dueOn }) => ({
      ...{ kind: "answer" as const, id, label: `${code}: ${kindLabel}`, to: `/phan-anh/${id}` },
      ...{ since: null, dueOn },
    })),
    ...mine(outcomes).map(({ id, code, title, since }) => ({
      ...{ kind: "outcome" as const, id, label: `${code}: ${title}`, to: `/phan-anh/${id}` },
      ...{ since, dueOn: null },
    })),
    ...mine(cases).map(({ id, title, since }) => ({
      ...{ kind: "case" as const, id, label: title, to: casePath(id), since, dueOn: null },
    })),
  ];
}
