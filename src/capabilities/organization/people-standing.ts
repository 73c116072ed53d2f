import { and, eq, inArray } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { person } from "./tables.ts";

/** Whether people are still with the agency, and until when; by id. */
export async function peopleStanding(
  q: Queryable,
  agencyId: string,
  ids: string[],
): Promise<Map<string, { name: string; active: boolean; leavesOn: string | null }>> {
  if (ids.length === 0) return new Map();
  const rows = await q
    .select({ id: person.id, name: person.name, active: person.active, leavesOn: person.leavesOn })
    .from(person)
    .where(and(eq(person.agencyId, agencyId), inArray(person.id, [...new Set(ids)])));
  return new Map(rows.map(({ id, ...rest }) => [id, rest]));
}
