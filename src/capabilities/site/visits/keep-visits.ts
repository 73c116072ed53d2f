import { lt, sql } from "drizzle-orm";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import type { Database } from "#platform/database/database.ts";
import { giveVisitsBack, takeVisits } from "#platform/http/visits.ts";
import { pageVisit } from "../tables.ts";

const BATCH = 1000;
const KEPT_DAYS = 400;

/** Writes down what this process counted since it last did; what cannot be written is counted on. */
export async function keepVisits(database: Database, now = new Date()): Promise<void> {
  const day = toVietnamDate(now).toString();
  const taken = takeVisits();
  while (taken.length > 0) {
    const batch = taken.slice(0, BATCH);
    try {
      await database
        .insert(pageVisit)
        .values(batch.map((one) => ({ ...one, day })))
        .onConflictDoUpdate({
          target: [pageVisit.agencyId, pageVisit.path, pageVisit.day],
          set: { visits: sql`${pageVisit.visits} + excluded.visits` },
        });
    } catch (error) {
      giveVisitsBack(taken);
      throw error;
    }
    taken.splice(0, batch.length);
  }
}

/** Days that nobody compares any more. */
export async function forgetVisits(database: Database, now = new Date()): Promise<void> {
  const first = toVietnamDate(now).subtract({ days: KEPT_DAYS }).toString();
  await database.delete(pageVisit).where(lt(pageVisit.day, first));
}
