import { and, inArray, lt } from "drizzle-orm";
import type { Database } from "#platform/database/database.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { event, eventRegistration } from "../tables.ts";
import { KEEP_CODES_DAYS } from "./registration.ts";

/** Forgets the codes of invitations so many days after the event; how many were checked in stays. Gives how many. */
export async function forgetCodes(database: Database, now = new Date()): Promise<number> {
  const before = new Date(now.getTime() - KEEP_CODES_DAYS * 86_400_000);
  const over = await database
    .select({ id: event.id, agencyId: event.agencyId })
    .from(event)
    .where(
      and(
        lt(event.endsAt, before),
        inArray(event.id, database.select({ id: eventRegistration.eventId }).from(eventRegistration)),
      ),
    );
  let forgotten = 0;
  for (const { id, agencyId } of over)
    await work(
      database,
      systemActor(agencyId, "Sổ sự kiện"),
      async (current) => {
        const gone = await current.tx
          .delete(eventRegistration)
          .where(inArray(eventRegistration.eventId, [id]))
          .returning({ id: eventRegistration.id });
        forgotten += gone.length;
        await current.record({
          ...{ act: "forget-registrations", objectKind: "event", objectId: id },
          after: { registrations: gone.length },
        });
      },
      { at: now },
    );
  return forgotten;
}
