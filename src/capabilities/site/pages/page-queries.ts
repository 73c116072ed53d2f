import { and, eq } from "drizzle-orm";
import type { Actor } from "#platform/auth/actor.ts";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { publicPage } from "../tables.ts";

export type PublicPage = typeof publicPage.$inferSelect;

/** Days over which visits are told. */
export const VISIT_DAYS = 30;

/** A page of the caller's agency, held until the transaction ends. @throws NotFound */
export async function pageOf(q: Queryable, { agencyId }: Actor, id: string): Promise<PublicPage> {
  const [found] = await q
    .select()
    .from(publicPage)
    .where(and(eq(publicPage.agencyId, agencyId), eq(publicPage.id, id)))
    .for("update");
  if (!found) throw new NotFound("Không có trang này.");
  return found;
}
