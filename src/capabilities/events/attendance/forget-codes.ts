import { and, eq, lte } from "drizzle-orm";
import type { Database } from "#platform/database/database.ts";
import { forgetAfterEvent } from "../forget-after-event.ts";
import { eventRegistration } from "../tables.ts";

/** Forgets the codes of invitations after the event; how many were checked in stays. Gives how many. */
export const forgetCodes = (database: Database, now = new Date()): Promise<number> =>
  forgetAfterEvent(
    database,
    {
      ...{ days: "codeDays", act: "forget-registrations", field: "registrations" },
      of: database.select({ id: eventRegistration.eventId }).from(eventRegistration),
      forget: async (tx, id, atMost) =>
        (
          await tx
            .delete(eventRegistration)
            .where(and(eq(eventRegistration.eventId, id), lte(eventRegistration.keepDays, atMost)))
            .returning({ id: eventRegistration.id })
        ).length,
    },
    now,
  );
