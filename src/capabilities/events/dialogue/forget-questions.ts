import { and, eq, isNotNull, lte } from "drizzle-orm";
import type { Database } from "#platform/database/database.ts";
import { forgetAfterEvent } from "../forget-after-event.ts";
import { eventQuestion } from "../tables.ts";

/** Forgets the words that were sent, after the event; what was answered in public stays as it was edited. */
export const forgetQuestions = (database: Database, now = new Date()): Promise<number> =>
  forgetAfterEvent(
    database,
    {
      ...{ days: "questionDays", act: "forget-questions", field: "questions" },
      of: database
        .select({ id: eventQuestion.eventId })
        .from(eventQuestion)
        .where(isNotNull(eventQuestion.words)),
      forget: async (tx, id, atMost) =>
        (
          await tx
            .update(eventQuestion)
            .set({ words: null, forgottenAt: now })
            .where(
              and(
                ...[eq(eventQuestion.eventId, id), isNotNull(eventQuestion.words)],
                lte(eventQuestion.keepDays, atMost),
              ),
            )
            .returning({ id: eventQuestion.id })
        ).length,
    },
    now,
  );
