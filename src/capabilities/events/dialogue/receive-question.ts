import { randomInt } from "node:crypto";
import { eq } from "drizzle-orm";
import { notify, peopleWithRole } from "#organization";
import { Conflict, NotFound } from "#platform/auth/policy.ts";
import type { Database } from "#platform/database/database.ts";
import { systemActor, type Work, work } from "#platform/work/work.ts";
import { type Event, eventHref, heldEvent, subjectOf } from "../event-queries.ts";
import { eventPolicy } from "../policy.ts";
import { eventRuleOf } from "../settings/event-rule-queries.ts";
import { eventQuestion } from "../tables.ts";
import type { Question } from "./dialogue-queries.ts";
import { type Asker, type QuestionSource, takesQuestions } from "./question.ts";

/** Without signs that are taken for another one. */
const SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const newCode = () => `CH-${Array.from({ length: 8 }, () => SIGNS[randomInt(SIGNS.length)]).join("")}`;
const MOST = 2000;

interface NewQuestion {
  /** Made by the form: sent again it makes no second one. */
  id: string;
  words: string;
  asker: Asker;
}

async function receive(
  work: Work,
  row: Event,
  source: QuestionSource,
  given: NewQuestion,
): Promise<Question> {
  const { tx, at } = work;
  const { agencyId, id: eventId } = row;
  if ((await tx.$count(eventQuestion, eq(eventQuestion.eventId, eventId))) >= MOST)
    throw new Conflict("Sự kiện đã nhận quá nhiều câu hỏi.");
  const { questionDays: keepDays } = await eventRuleOf(tx, agencyId);
  const [made] = await tx
    .insert(eventQuestion)
    .values({ ...given, ...{ agencyId, eventId, code: newCode(), source, receivedAt: at, keepDays } })
    .onConflictDoNothing()
    .returning();
  if (!made) {
    const [before] = await tx.select().from(eventQuestion).where(eq(eventQuestion.id, given.id));
    if (before?.agencyId === agencyId && before.eventId === eventId) return before;
    throw new NotFound("Không có câu hỏi này ở sự kiện.");
  }
  await work.record({
    ...{ act: "receive-question", objectKind: "event-question", objectId: made.id },
    after: { code: made.code, source },
  });
  return made;
}

/** What somebody asks on the portal, without an account; null: questions are not taken (any more). */
export const sendQuestion = (
  database: Database,
  { agencyId, eventId, ...given }: NewQuestion & { agencyId: string; eventId: string },
  at = new Date(),
): Promise<Question | null> =>
  work(
    database,
    systemActor(agencyId, "Người hỏi"),
    async (current) => {
      const row = await heldEvent(current.tx, agencyId, eventId);
      if (!takesQuestions(row, at)) return null;
      const question = await receive(current, row, "before", given);
      const people = await peopleWithRole(current.tx, agencyId, "head", row.leadUnitId);
      people.push(...(await peopleWithRole(current.tx, agencyId, "contributor", row.leadUnitId)));
      people.push(...(await peopleWithRole(current.tx, agencyId, "office")));
      await notify(current, {
        personIds: people.map(({ id }) => id),
        cause: `event-question:${question.id}`,
        kind: "event",
        title: `Câu hỏi mới ${question.code} cho “${row.title}”`,
        href: eventHref(eventId),
      });
      return question;
    },
    { at },
  );

/** What was asked at the meeting itself, taken down by a clerk. @throws Forbidden */
export async function enterQuestion(
  work: Work,
  { id, questionId, ...given }: { id: string; questionId: string; words: string; asker: Asker },
): Promise<void> {
  const row = await heldEvent(work.tx, work.actor.agencyId, id);
  eventPolicy.permit(work.actor, "answer", subjectOf(row));
  if (row.state !== "announced" && row.state !== "held")
    throw new Conflict("Chỉ ghi câu hỏi của sự kiện đã công bố, không hoãn, không hủy.");
  await receive(work, row, "at-meeting", { id: questionId, ...given });
}
