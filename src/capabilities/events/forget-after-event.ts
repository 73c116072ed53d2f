import { and, inArray, lt, type SQLWrapper } from "drizzle-orm";
import type { Database, Queryable } from "#platform/database/database.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { type EventRule, KEEP_FROM, KEEP_TO } from "./settings/event-rule.ts";
import { eventRuleOf } from "./settings/event-rule-queries.ts";
import { event } from "./tables.ts";

const DAY_MS = 86_400_000;

/**
 * Forgets something of events that are over, an event at a time: after the days that hold now, or after those that
 * were told to who sent it, whichever is sooner. `of`: ids of events of which there is something left. Gives how many
 * were forgotten.
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
    days: keyof EventRule;
    of: SQLWrapper;
    act: string;
    /** What is counted, as the audit names it. */
    field: string;
    /** Forgets what was sent under `atMost` days or fewer. */
    forget: (tx: Queryable, eventId: string, atMost: number) => Promise<number>;
  },
  now: Date,
): Promise<number> {
  const over = await database
    .select({ id: event.id, agencyId: event.agencyId, endsAt: event.endsAt })
    .from(event)
    .where(and(lt(event.endsAt, new Date(now.getTime() - KEEP_FROM * DAY_MS)), inArray(event.id, of)));
  let forgotten = 0;
  for (const { id, agencyId, endsAt } of over) {
    // Whole days that are over: what is kept for one of them more is kept.
    const passed = Math.ceil((now.getTime() - endsAt.getTime()) / DAY_MS) - 1;
    await work(
      database,
      systemActor(agencyId, "Sổ sự kiện"),
      async (current) => {
        const rule = await eventRuleOf(current.tx, agencyId);
        const gone = await forget(current.tx, id, passed >= rule[days] ? KEEP_TO : Math.min(passed, KEEP_TO));
        if (gone === 0) return;
        forgotten += gone;
        await current.record({ act, objectKind: "event", objectId: id, after: { [field]: gone } });
      },
      { at: now },
    );
  }
  return forgotten;
}
