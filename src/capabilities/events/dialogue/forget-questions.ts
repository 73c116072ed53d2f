import { and, eq, isNotNull } from "drizzle-orm";
import type { Database } from "#platform/database/database.ts";
import { forgetAfterEvent } from "../forget-after-event.ts";
import { eventQuestion } from "../tables.ts";
import { KEEP_DAYS } from "./question.ts";

/** Forgets the words that were sent, so many days after the event; what was answered in public stays as it was edited. */
export const forgetQuestions = (database: Database, now = new Date()): Promise<number> =>
  forgetAfterEvent(
    database,
    {
      ...{ days: KEEP_DAYS, act: "forget-questions", field: "questions" },
      of: database
        .select({ id: eventQuestion.eventId })
        .from(eventQuestion)
        .where(isNotNull(eventQuestion.words)),
      forget: async (tx, id) =>
        (
          await tx
            .update(eventQuestion)
            .set({ words: null, forgottenAt: now })
            .where(and(eq(eventQuestion.eventId, id), isNotNull(eventQuestion.words)))
            .returning({ id: eventQuestion.id })
        ).length,
    },
    now,
  );
