import { sql } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { originalKey } from "./keep-file.ts";

/** Keys of the stored pictures of sample agencies. */
export async function sampleMediaKeys(q: Queryable): Promise<string[]> {
  const { rows } = await q.execute<{ id: string; poster: string | null }>(
    sql`select m.id, m.poster_id as poster from media_asset m join agency a on a.id = m.agency_id where a.is_sample`,
  );
  return rows.flatMap(({ id, poster }) => [id, originalKey(id), ...(poster ? [poster] : [])]);
}
