import { sql } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";

/** Removes the sample department with everything in it. Gives the number of agencies removed. */
export async function removeSample(q: Queryable): Promise<number> {
  const { rows } = await q.execute<{ removed: number }>(sql`select remove_sample_agency() as removed`);
  await q.execute(sql`select pg_notify('page_invalidated', '["agency","everything"]')`);
  return rows[0]!.removed;
}
