import { and, asc, eq, inArray } from "drizzle-orm";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { findPersonalData } from "#platform/personal-data/find-personal-data.ts";
import { eventAnswer, eventMinutes, eventQuestion } from "../tables.ts";

export type Question = typeof eventQuestion.$inferSelect;
export type Answer = typeof eventAnswer.$inferSelect;

/** A question of the event, held until the transaction ends. @throws NotFound */
export async function heldQuestion(q: Queryable, eventId: string, id: string): Promise<Question> {
  const [found] = await q
    .select()
    .from(eventQuestion)
    .where(and(eq(eventQuestion.eventId, eventId), eq(eventQuestion.id, id)))
    .for("update");
  if (!found) throw new NotFound("Không có câu hỏi này ở sự kiện.");
  return found;
}

/** The answer to a question, in whatever state; null: none was begun. */
export async function answerTo(q: Queryable, questionId: string): Promise<Answer | null> {
  const [found] = await q
    .select()
    .from(eventAnswer)
    .where(eq(eventAnswer.questionId, questionId))
    .for("update");
  return found ?? null;
}

/** The agency's by their ids. */
export const questionsAmong = (q: Queryable, ids: string[], agencyId: string): Promise<Question[]> =>
  q
    .select()
    .from(eventQuestion)
    .where(and(eq(eventQuestion.agencyId, agencyId), inArray(eventQuestion.id, ids)));

/** The agency's by their ids. */
export const answersAmong = (q: Queryable, ids: string[], agencyId: string): Promise<Answer[]> =>
  q
    .select()
    .from(eventAnswer)
    .where(and(eq(eventAnswer.agencyId, agencyId), inArray(eventAnswer.id, ids)));

export const questionsOf = (q: Queryable, eventId: string) =>
  q
    .select({ question: eventQuestion, answer: eventAnswer })
    .from(eventQuestion)
    .leftJoin(eventAnswer, eq(eventAnswer.questionId, eventQuestion.id))
    .where(eq(eventQuestion.eventId, eventId))
    .orderBy(asc(eventQuestion.receivedAt), asc(eventQuestion.id));

/** What the public reads, in the order in which it was asked; what was taken back says why. */
export const publicAnswersOf = async (q: Queryable, eventId: string) =>
  (await questionsOf(q, eventId)).flatMap(({ question, answer }) =>
    answer && (answer.state === "published" || answer.state === "withdrawn")
      ? [{ ...answer, code: question.code, source: question.source, asker: question.asker }]
      : [],
  );

export async function minutesOf(q: Queryable, eventId: string) {
  const [found] = await q.select().from(eventMinutes).where(eq(eventMinutes.eventId, eventId));
  return found ?? null;
}

/** What still looks like personal data in what is to become public. */
export const personalIn = (texts: readonly string[]): string[] => [
  ...new Set(texts.flatMap((text) => findPersonalData(text).map(({ from, to }) => text.slice(from, to)))),
];
