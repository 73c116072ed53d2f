import { sql } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";

/** Keys of the stored pictures and pages of posts of sample agencies. */
export async function sampleProofKeys(q: Queryable): Promise<string[]> {
  const { rows } = await q.execute<{ id: string }>(
    sql`select p.id from placement_proof p join agency a on a.id = p.agency_id where a.is_sample
        union all select c.id from placement_capture c join agency a on a.id = c.agency_id where a.is_sample and c.state = 'taken'`,
  );
  return rows.map(({ id }) => id);
}
