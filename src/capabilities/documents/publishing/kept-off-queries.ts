import { and, eq } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { documentKeptOff } from "../tables.ts";

/** Why a document is not to become public; null: nobody has said so. */
export async function keptOffBecause(q: Queryable, agencyId: string, id: string) {
  const [found] = await q
    .select()
    .from(documentKeptOff)
    .where(and(eq(documentKeptOff.agencyId, agencyId), eq(documentKeptOff.documentId, id)));
  return found ?? null;
}
