import { sql } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";

/** Keys of the stored files of proofs of sample agencies. */
export async function sampleEvidenceKeys(q: Queryable): Promise<string[]> {
  const { rows } = await q.execute<{ id: string }>(
    sql`select f.id from evidence_file f join agency a on a.id = f.agency_id where a.is_sample`,
  );
  return rows.map(({ id }) => id);
}
