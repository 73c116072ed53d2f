import { and, asc, eq, gt, inArray, isNotNull, notInArray } from "drizzle-orm";
import { draftStandings } from "#newsroom";
import { unitsOfAgency } from "#organization";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { redact } from "#platform/personal-data/redact.ts";
import { shorten } from "#platform/text/shorten.ts";
import type { Feedback } from "../feedback-queries.ts";
import { feedbackPolicy } from "../policy.ts";
import { feedback, feedbackQuestionDraft } from "../tables.ts";
import { oftenAsked } from "./often-asked.ts";

/** What was asked within so many days is looked through. */
export const ASKED_DAYS = 90;
/** Names the suggestions made of it to the newsroom. */
export const OFTEN_SOURCE = "feedback-often";

export const lately = (now: Date) =>
  and(
    isNotNull(feedback.words),
    notInArray(feedback.state, ["refused", "withdrawn"]),
    gt(feedback.receivedAt, new Date(now.getTime() - ASKED_DAYS * 86_400_000)),
  );
export const inOrder = [asc(feedback.receivedAt), asc(feedback.id)];

/** What several people asked an agency lately, each with all that ask it. */
export async function groupsOf(
  q: Queryable,
  agencyId: string,
  now: Date,
): Promise<(Feedback & { words: string })[][]> {
  const rows = await q
    .select()
    .from(feedback)
    .where(and(eq(feedback.agencyId, agencyId), lately(now)))
    .orderBy(...inOrder);
  return oftenAsked(rows.map((row) => ({ ...row, words: row.words! })));
}

/** The drafts that answer any of a group: a group grows, and those who asked first fall out of the days looked at. */
export const draftsOf = (q: Queryable, agencyId: string, group: { id: string }[]) =>
  q
    .selectDistinct({ contentId: feedbackQuestionDraft.contentId })
    .from(feedbackQuestionDraft)
    .where(
      and(
        eq(feedbackQuestionDraft.agencyId, agencyId),
        inArray(
          feedbackQuestionDraft.feedbackId,
          group.map(({ id }) => id),
        ),
      ),
    );

/** The newest answer that a second person approved; null: none of them is answered yet. */
export const answeredOf = (group: Feedback[]): Feedback | null =>
  group
    .filter(({ answerState, answer }) => answerState === "approved" && answer !== null)
    .toSorted((a, b) => b.answeredAt!.getTime() - a.answeredAt!.getTime())[0] ?? null;

const questionTitle = (group: { words: string }[]): string =>
  `Hỏi đáp: ${shorten(redact(group[0]!.words), 100)}`;

/** What is asked often as its screen shows it; nobody who asked is named. */
export async function presentOftenAsked(q: Queryable, actor: Actor, now: Date) {
  const { agencyId } = actor;
  feedbackPolicy.permit(actor, "often", { agencyId });
  const units = (await unitsOfAgency(q, agencyId)).filter(({ closedOn }) => closedOn === null);
  const groups = await groupsOf(q, agencyId, now);
  return {
    days: ASKED_DAYS,
    groups: await Promise.all(
      groups.map(async (group) => {
        const answered = answeredOf(group);
        return {
          id: group[0]!.id,
          title: questionTitle(group),
          question: redact(group[0]!.words),
          asked: group.map(({ id, code }) => ({ id, code })),
          answer: answered && redact(answered.answer!),
          unitId: answered?.unitId ?? group.find(({ unitId }) => unitId !== null)?.unitId ?? null,
          drafts: await draftStandings(
            q,
            agencyId,
            (await draftsOf(q, agencyId, group)).map(({ contentId }) => contentId),
          ),
        };
      }),
    ),
    units: units.map(({ id, name }) => ({ id, name })),
    may: feedbackPolicy.may(actor, { agencyId }),
  };
}
