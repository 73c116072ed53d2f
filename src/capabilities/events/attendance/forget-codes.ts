import { eq } from "drizzle-orm";
import type { Database } from "#platform/database/database.ts";
import { forgetAfterEvent } from "../forget-after-event.ts";
import { eventRegistration } from "../tables.ts";
import { KEEP_CODES_DAYS } from "./registration.ts";

/** Forgets the codes of invitations so many days after the event; how many were checked in stays. Gives how many. */
export const forgetCodes = (database: Database, now = new Date()): Promise<number> =>
  forgetAfterEvent(
    database,
    {
      ...{ days: KEEP_CODES_DAYS, act: "forget-registrations", field: "registrations" },
      of: database.select({ id: eventRegistration.eventId }).from(eventRegistration),
      forget: async (tx, id) =>
        (
          await tx
            .delete(eventRegistration)
            .where(eq(eventRegistration.eventId, id))
            .returning({ id: eventRegistration.id })
        ).length,
    },
    now,
  );
