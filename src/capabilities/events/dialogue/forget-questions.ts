import { and, inArray, isNotNull, lt } from "drizzle-orm";
import type { Database } from "#platform/database/database.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { event, eventQuestion } from "../tables.ts";
import { KEEP_DAYS } from "./question.ts";

/** Forgets the words that were sent, so many days after the event; what was answered in public stays as it was edited. */
export async function forgetQuestions(database: Database, now = new Date()): Promise<number> {
  const before = new Date(now.getTime() - KEEP_DAYS * 86_400_000);
  const over = await database
    .selectDistinct({ id: event.id, agencyId: event.agencyId })
    .from(event)
    .where(
      and(
        lt(event.endsAt, before),
        inArray(
          event.id,
          database
            .select({ id: eventQuestion.eventId })
            .from(eventQuestion)
            .where(isNotNull(eventQuestion.words)),
        ),
      ),
    );
  let forgotten = 0;
  for (const { id, agencyId } of over)
    await work(
      database,
      systemActor(agencyId, "Sổ sự kiện"),
      async (current) => {
        const gone = await current.tx
          .update(eventQuestion)
          .set({ words: null, forgottenAt: now })
          .where(and(inArray(eventQuestion.eventId, [id]), isNotNull(eventQuestion.words)))
          .returning({ id: eventQuestion.id });
        forgotten += gone.length;
        await current.record({
          ...{ act: "forget-questions", objectKind: "event", objectId: id },
          after: { questions: gone.length },
        });
      },
      { at: now },
    );
  return forgotten;
}
