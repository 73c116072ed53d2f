import { and, asc, eq, gt } from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import type { Queryable } from "#platform/database/database.ts";
import { lackingToAnnounce } from "./event.ts";
import { subjectOf } from "./event-queries.ts";
import { eventPolicy } from "./policy.ts";
import { event, eventAnswer, eventCommitment, eventQuestion } from "./tables.ts";

/**
 * What of events waits for a second person: drafts that lack nothing, answers, promises and results of promises; the
 * oldest first. A question is told by its code.
 */
export async function eventsToDecide(q: Queryable, actor: Actor, now = new Date()) {
  const { agencyId } = actor;
  const may = (act: "announce" | "approve" | "commit", row: typeof event.$inferSelect, draftedBy?: string) =>
    eventPolicy.hindrance(actor, act, { ...subjectOf(row), ...(draftedBy && { draftedBy }) }) === null;
  const drafts = await q
    .select()
    .from(event)
    .where(and(eq(event.agencyId, agencyId), eq(event.state, "draft"), gt(event.endsAt, now)))
    .orderBy(asc(event.startsAt), asc(event.id));
  const answers = await q
    .select({ answer: eventAnswer, code: eventQuestion.code, row: event })
    .from(eventAnswer)
    .innerJoin(eventQuestion, eq(eventQuestion.id, eventAnswer.questionId))
    .innerJoin(event, eq(event.id, eventAnswer.eventId))
    .where(and(eq(eventAnswer.agencyId, agencyId), eq(eventAnswer.state, "waiting")))
    .orderBy(asc(eventAnswer.draftedAt), asc(eventAnswer.id));
  const commitmentsIn = (which: ReturnType<typeof eq>) =>
    q
      .select({ one: eventCommitment, row: event })
      .from(eventCommitment)
      .innerJoin(event, eq(event.id, eventCommitment.eventId))
      .where(and(eq(eventCommitment.agencyId, agencyId), which))
      .orderBy(asc(eventCommitment.dueOn), asc(eventCommitment.id));
  const promised = await commitmentsIn(eq(eventCommitment.state, "drafted"));
  const done = await commitmentsIn(eq(eventCommitment.resultState, "waiting"));
  return {
    drafts: drafts
      .filter((row) => lackingToAnnounce(row).length === 0)
      .map((row) => ({
        ...{ id: row.id, eventId: row.id, title: row.title, startsAt: row.startsAt },
        isMine: may("announce", row),
      })),
    answers: answers.map(({ answer, code, row }) => ({
      ...{ id: answer.id, eventId: row.id, code, title: row.title, since: answer.draftedAt },
      isMine: may("approve", row, answer.draftedBy),
    })),
    commitments: promised.map(({ one, row }) => ({
      ...{ id: one.id, eventId: row.id, words: one.words, dueOn: one.dueOn, since: one.madeAt },
      isMine: may("commit", row, one.madeBy),
    })),
    results: done.map(({ one, row }) => ({
      ...{ id: one.id, eventId: row.id, words: one.words, dueOn: one.dueOn, doneOn: one.resultOn! },
      isMine: may("approve", row, one.resultBy!),
    })),
  };
}
