import { SAMPLE_AGENCY_ID, samplePersonId } from "#organization";
import type { Actor, Role } from "#platform/auth/actor.ts";
import type { Database } from "#platform/database/database.ts";
import { type Work, work } from "#platform/work/work.ts";

/** A sample person in a role of the sample agency. */
export const as = (role: Role, email: string = role): Actor => ({
  ...{ personId: samplePersonId(email), name: "Người Mẫu", agencyId: SAMPLE_AGENCY_ID },
  appointments: [{ role, unitId: null }],
});

/** An act on a day that does not move with the calendar. */
export const actIn =
  (database: () => Database) =>
  <T>(actor: Actor, run: (current: Work) => Promise<T>, day = "2026-11-20"): Promise<T> =>
    work(database(), actor, run, { at: new Date(`${day}T09:00:00+07:00`) });
