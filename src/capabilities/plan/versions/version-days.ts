import { and, eq, gt } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { planVersion } from "../tables.ts";

/** First day (YYYY-MM-DD) on which each amended version of a plan holds, by its number; the first has none. */
export async function firstDaysOfVersions(q: Queryable, planId: string): Promise<Map<number, string>> {
  const rows = await q
    .select({ version: planVersion.version, from: planVersion.holdsFrom })
    .from(planVersion)
    .where(and(eq(planVersion.planId, planId), gt(planVersion.version, 1)));
  return new Map(rows.map(({ version, from }) => [version, from!]));
}
