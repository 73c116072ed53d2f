import { sql } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";

/** Keys of the stored files that show where procedures of sample agencies stand. */
export async function samplePostingKeys(q: Queryable): Promise<string[]> {
  const { rows } = await q.execute<{ id: string }>(
    sql`select distinct p.file_id as id from posting_proof p join agency a on a.id = p.agency_id
        where a.is_sample and p.file_id is not null`,
  );
  return rows.map(({ id }) => id);
}
