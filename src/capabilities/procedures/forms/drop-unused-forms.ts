import { and, inArray, lt, notExists, sql } from "drizzle-orm";
import type { Database } from "#platform/database/database.ts";
import { removeFiles } from "#platform/files/files.ts";
import { procedureFormFile, procedureVersionForm } from "../tables.ts";

/** What somebody brought in waits so long for the version that names it: drafts lie on people's machines. */
const KEPT_DAYS = 60;

/**
 * Takes away files that never became part of a version; gives how many. Where a version came to hold one meanwhile the
 * database refuses, and the next night looks again. The files go before the commit, so that a kill leaves none unnamed.
 */
export async function dropUnusedForms(database: Database, now = new Date()): Promise<number> {
  const before = new Date(now.getTime() - KEPT_DAYS * 24 * 60 * 60 * 1000);
  return database.transaction(async (tx) => {
    const held = tx
      .select({ one: sql`1` })
      .from(procedureVersionForm)
      .where(sql`${procedureVersionForm.fileId} = ${procedureFormFile.id}`);
    const due = tx
      .select({ id: procedureFormFile.id })
      .from(procedureFormFile)
      .where(and(lt(procedureFormFile.addedAt, before), notExists(held)));
    const gone = await tx
      .delete(procedureFormFile)
      .where(inArray(procedureFormFile.id, due))
      .returning({ id: procedureFormFile.id });
    await removeFiles(gone.map(({ id }) => id));
    return gone.length;
  });
}
