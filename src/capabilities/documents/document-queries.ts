import { and, desc, eq, ilike, or, sql } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { officialDocument } from "./tables.ts";

export type OfficialDocument = typeof officialDocument.$inferSelect;

const escapeLike = (text: string) => text.replace(/[\\%_]/g, "\\$&");

/** The agency's register, newest first; `q` looks in number, issuer and abstract. At most 500 rows. */
export async function documentsOfAgency(
  database: Queryable,
  agencyId: string,
  { q = "" }: { q?: string } = {},
): Promise<OfficialDocument[]> {
  const pattern = `%${escapeLike(q.trim())}%`;
  const wanted =
    q.trim() === ""
      ? undefined
      : or(
          ilike(officialDocument.number, pattern),
          ilike(officialDocument.issuer, pattern),
          ilike(officialDocument.abstract, pattern),
        );
  return database
    .select()
    .from(officialDocument)
    .where(and(eq(officialDocument.agencyId, agencyId), wanted))
    .orderBy(sql`${officialDocument.issuedOn} desc nulls last`, desc(officialDocument.createdAt))
    .limit(500);
}

/** The newest document with this whole number (36/KH-UBND), or null. */
export async function documentByNumber(
  database: Queryable,
  agencyId: string,
  number: string,
): Promise<OfficialDocument | null> {
  const [found] = await database
    .select()
    .from(officialDocument)
    .where(
      and(eq(officialDocument.agencyId, agencyId), sql`lower(${officialDocument.number}) = lower(${number})`),
    )
    .orderBy(sql`${officialDocument.issuedOn} desc nulls last`)
    .limit(1);
  return found ?? null;
}

/** One document of the agency, or null. */
export async function documentById(
  database: Queryable,
  agencyId: string,
  id: string,
): Promise<OfficialDocument | null> {
  const [found] = await database
    .select()
    .from(officialDocument)
    .where(and(eq(officialDocument.agencyId, agencyId), eq(officialDocument.id, id)));
  return found ?? null;
}
