import { and, inArray, lt, type SQLWrapper } from "drizzle-orm";
import type { Database, Queryable } from "#platform/database/database.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { event } from "./tables.ts";

/**
 * Forgets something of every event that ended more than so many days ago, an event at a time. `of`: ids of events of
 * which there is something left. Gives how many were forgotten.
 */
export async function forgetAfterEvent(
  database: Database,
  {
    days,
    of,
    act,
    field,
    forget,
  }: {
    days: number;
    of: SQLWrapper;
    act: string;
    /** What is counted, as the audit names it. */
    field: string;
    forget: (tx: Queryable, eventId: string) => Promise<number>;
  },
  now: Date,
): Promise<number> {
  const before = new Date(now.getTime() - days * 86_400_000);
  const over = await database
    .select({ id: event.id, agencyId: event.agencyId })
    .from(event)
    .where(and(lt(event.endsAt, before), inArray(event.id, of)));
  let forgotten = 0;
  for (const { id, agencyId } of over)
    await work(
      database,
      systemActor(agencyId, "Sổ sự kiện"),
      async (current) => {
        const gone = await forget(current.tx, id);
        forgotten += gone;
        await current.record({ act, objectKind: "event", objectId: id, after: { [field]: gone } });
      },
      { at: now },
    );
  return forgotten;
}
