import { and, asc, eq, gte, isNull, lt, ne, or, sql } from "drizzle-orm";
import { startOfDay, toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Queryable } from "#platform/database/database.ts";
import { type CountWay, type EventKind, type EventState, eventKinds } from "./event.ts";
import { unitNamesOf } from "./event-queries.ts";
import { event, eventAnswer, eventCommitment, eventMaterial, eventPhoto, eventQuestion } from "./tables.ts";

/** An event by the day on which it begins. Days are YYYY-MM-DD. */
export interface EventBetween {
  id: string;
  kind: EventKind;
  kindLabel: string;
  title: string;
  unitName: string;
  state: EventState;
  on: string;
  lastOn: string;
  /** Null: not recorded as held. */
  attended: number | null;
  countedHow: CountWay | null;
  photos: number;
  materials: number;
}

/** A question by its code; neither its words nor who asked. */
export interface QuestionBetween {
  id: string;
  code: string;
  eventId: string;
  eventTitle: string;
  receivedOn: string;
  isDeclined: boolean;
  /** Null: nothing was written yet. */
  answer: "drafted" | "waiting" | "published" | "withdrawn" | null;
  publishedOn: string | null;
}

/** A promise that the public reads. */
export interface CommitmentBetween {
  id: string;
  eventId: string;
  words: string;
  unitName: string;
  dueOn: string;
  madeOn: string;
  /** The day on which it was done, once its result is public. */
  doneOn: string | null;
  toldOn: string | null;
}

export interface EventsBetween {
  events: EventBetween[];
  questions: QuestionBetween[];
  commitments: CommitmentBetween[];
}

const dayOf = (at: Date | null): string | null => (at === null ? null : toVietnamDate(at).toString());

/**
 * Events that begin between two days, both inside; questions that came and promises that were made in that time, with
 * those that were open when it began. As they stand now.
 */
export async function eventsBetween(
  q: Queryable,
  agencyId: string,
  { from, to }: { from: string; to: string },
): Promise<EventsBetween> {
  const begun = startOfDay(from);
  const over = startOfDay(Temporal.PlainDate.from(to).add({ days: 1 }).toString());
  const nameOf = await unitNamesOf(q, agencyId);
  const many = (table: typeof eventPhoto | typeof eventMaterial) =>
    sql<number>`(select count(*)::int from ${table} where ${table.eventId} = ${event.id})`;
  const events = await q
    .select({ row: event, photos: many(eventPhoto), materials: many(eventMaterial) })
    .from(event)
    .where(
      and(
        ...[eq(event.agencyId, agencyId), ne(event.state, "draft")],
        ...[gte(event.startsAt, begun), lt(event.startsAt, over)],
      ),
    )
    .orderBy(asc(event.startsAt), asc(event.id));
  const questions = await q
    .select({ question: eventQuestion, answer: eventAnswer, title: event.title })
    .from(eventQuestion)
    .innerJoin(event, eq(event.id, eventQuestion.eventId))
    .leftJoin(eventAnswer, eq(eventAnswer.questionId, eventQuestion.id))
    .where(
      and(
        ...[eq(eventQuestion.agencyId, agencyId), lt(eventQuestion.receivedAt, over)],
        or(
          gte(eventQuestion.receivedAt, begun),
          gte(eventAnswer.publishedAt, begun),
          and(isNull(eventQuestion.decline), isNull(eventAnswer.publishedAt)),
        ),
      ),
    )
    .orderBy(asc(eventQuestion.receivedAt), asc(eventQuestion.id));
  const commitments = await q
    .select()
    .from(eventCommitment)
    .where(
      and(
        ...[eq(eventCommitment.agencyId, agencyId), eq(eventCommitment.state, "published")],
        lt(eventCommitment.publishedAt, over),
        or(isNull(eventCommitment.resultPublishedAt), gte(eventCommitment.resultPublishedAt, begun)),
      ),
    )
    .orderBy(asc(eventCommitment.dueOn), asc(eventCommitment.id));
  return {
    events: events.map(({ row, photos, materials }) => ({
      ...{ id: row.id, kind: row.kind, kindLabel: eventKinds[row.kind], title: row.title, state: row.state },
      ...{ unitName: nameOf(row.leadUnitId), on: dayOf(row.startsAt)!, lastOn: dayOf(row.endsAt)! },
      ...{ attended: row.attended, countedHow: row.countedHow, photos, materials },
    })),
    questions: questions.map(({ question, answer, title }) => ({
      ...{ id: question.id, code: question.code, eventId: question.eventId, eventTitle: title },
      ...{ receivedOn: dayOf(question.receivedAt)!, isDeclined: question.decline !== null },
      ...{ answer: answer?.state ?? null, publishedOn: dayOf(answer?.publishedAt ?? null) },
    })),
    commitments: commitments.map((one) => ({
      ...{ id: one.id, eventId: one.eventId, words: one.words, unitName: nameOf(one.unitId) },
      ...{ dueOn: one.dueOn, madeOn: dayOf(one.publishedAt)! },
      doneOn: one.resultState === "published" ? one.resultOn : null,
      toldOn: dayOf(one.resultPublishedAt),
    })),
  };
}
