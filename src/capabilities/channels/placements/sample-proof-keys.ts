import { sql } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";

/** Keys of the stored pictures and pages of posts of sample agencies, and of what went to newsrooms and came of it. */
export async function sampleProofKeys(q: Queryable): Promise<string[]> {
  const { rows } = await q.execute<{ id: string }>(
    sql`select p.id from placement_proof p join agency a on a.id = p.agency_id where a.is_sample
        union all select c.id from placement_capture c join agency a on a.id = c.agency_id where a.is_sample and c.state = 'taken'
        union all select f.file_id from press_attachment f join agency a on a.id = f.agency_id where a.is_sample and f.file_id is not null
        union all select f.file_id from press_letter_attachment f join agency a on a.id = f.agency_id where a.is_sample and f.file_id is not null
        union all select p.id from press_pickup_proof p join agency a on a.id = p.agency_id where a.is_sample`,
  );
  return rows.map(({ id }) => id);
}
