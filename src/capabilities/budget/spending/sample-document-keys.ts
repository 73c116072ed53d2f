import { sql } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";

/** Keys of the stored files of the money of sample agencies. */
export async function sampleDocumentKeys(q: Queryable): Promise<string[]> {
  const { rows } = await q.execute<{ id: string }>(
    sql`select d.id from budget_document d join agency a on a.id = d.agency_id where a.is_sample`,
  );
  return rows.map(({ id }) => id);
}
