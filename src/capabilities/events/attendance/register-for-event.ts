import { randomInt } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Database } from "#platform/database/database.ts";
import { systemActor, work } from "#platform/work/work.ts";
import { heldEvent } from "../event-queries.ts";
import { eventRuleOf } from "../settings/event-rule-queries.ts";
import { eventCheckIn, eventRegistration } from "../tables.ts";
import { attendanceOf, type Registration, registrationByCode } from "./attendance-queries.ts";
import { takesRegistration } from "./registration.ts";

/** Without signs that are taken for another one. */
const SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const newCode = () => `DK-${Array.from({ length: 10 }, () => SIGNS[randomInt(SIGNS.length)]).join("")}`;
const WHO = "Người đăng ký dự";

/** Takes down that so many come, with nothing of who; sent twice it is once. "full": no places are left; null: not taken. */
export const registerForEvent = (
  database: Database,
  { agencyId, eventId, id, people }: { agencyId: string; eventId: string; id: string; people: number },
  at = new Date(),
): Promise<Registration | "full" | null> =>
  work(
    database,
    systemActor(agencyId, WHO),
    async (current) => {
      const { tx } = current;
      // Held, so that the last places are given once.
      const row = await heldEvent(tx, agencyId, eventId);
      const [before] = await tx.select().from(eventRegistration).where(eq(eventRegistration.id, id));
      if (before) return before.eventId === eventId ? before : null;
      if (!takesRegistration(row, at)) return null;
      const { registered } = await attendanceOf(tx, eventId);
      if (row.capacity !== null && registered + people > row.capacity) return "full";
      const { codeDays: keepDays } = await eventRuleOf(tx, agencyId);
      const [made] = await tx
        .insert(eventRegistration)
        .values({ id, agencyId, eventId, code: newCode(), people, registeredAt: at, keepDays })
        .returning();
      await current.record({
        ...{ act: "register-for-event", objectKind: "event", objectId: eventId },
        after: { people },
      });
      return made!;
    },
    { at },
  );

/** Gives the places back; once checked in it stands. True: it is cancelled. */
export const cancelRegistration = (
  database: Database,
  { agencyId, eventId, code }: { agencyId: string; eventId: string; code: string },
  at = new Date(),
): Promise<boolean> =>
  work(
    database,
    systemActor(agencyId, WHO),
    async (current) => {
      const { tx } = current;
      await heldEvent(tx, agencyId, eventId);
      const found = await registrationByCode(tx, eventId, code);
      if (!found || found.cancelledAt) return found !== null;
      if ((await tx.$count(eventCheckIn, eq(eventCheckIn.registrationId, found.id))) > 0) return false;
      await tx.update(eventRegistration).set({ cancelledAt: at }).where(eq(eventRegistration.id, found.id));
      await current.record({
        act: "cancel-registration",
        objectKind: "event",
        objectId: eventId,
        after: { people: found.people },
      });
      return true;
    },
    { at },
  );
