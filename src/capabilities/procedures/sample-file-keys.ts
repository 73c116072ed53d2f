import { sql } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";

/** Keys of the stored files of sample agencies: forms, what shows where procedures stand, and lists that they were compared with. */
export async function sampleFileKeys(q: Queryable): Promise<string[]> {
  const { rows } = await q.execute<{ id: string }>(
    sql`select distinct p.file_id as id from posting_proof p join agency a on a.id = p.agency_id
        where a.is_sample and p.file_id is not null
        union
        select s.id from procedure_snapshot s join agency a on a.id = s.agency_id where a.is_sample
        union
        select f.id from procedure_form_file f join agency a on a.id = f.agency_id where a.is_sample`,
  );
  return rows.map(({ id }) => id);
}
