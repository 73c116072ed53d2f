import { and, desc, eq, gte, isNotNull, lte, type SQL, sql } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { holdsWords } from "#platform/database/holds-words.ts";
import { officialDocument } from "./tables.ts";

export type OfficialDocument = typeof officialDocument.$inferSelect;

/** That a document's number, type, issuer, abstract or topic hold each word, with or without diacritics. */
export const namedByWords = (query: string): SQL | undefined => {
  const { number, type, issuer, abstract, topic } = officialDocument;
  return holdsWords([number, type, issuer, abstract, topic], query);
};

export interface Wanted {
  /** Words of number, type, issuer, abstract or topic, with or without diacritics. */
  q?: string;
  type?: string;
  /** Year of issue. */
  year?: number | null;
  /** Issued between two days, both inside. */
  issued?: { from: string; to: string };
  /** The newest so many; left out: all. */
  most?: number | undefined;
}

/** The agency's register, newest first. */
export async function documentsOfAgency(
  database: Queryable,
  agencyId: string,
  { q = "", type = "", year = null, issued, most }: Wanted = {},
): Promise<OfficialDocument[]> {
  const found = database
    .select()
    .from(officialDocument)
    .where(
      and(
        eq(officialDocument.agencyId, agencyId),
        namedByWords(q),
        type === "" ? undefined : eq(officialDocument.type, type),
        year === null ? undefined : sql`extract(year from ${officialDocument.issuedOn}) = ${year}`,
        issued && gte(officialDocument.issuedOn, issued.from),
        issued && lte(officialDocument.issuedOn, issued.to),
      ),
    )
    .orderBy(
      sql`${officialDocument.issuedOn} desc nulls last`,
      desc(officialDocument.createdAt),
      officialDocument.number,
      officialDocument.id,
    );
  return most === undefined ? found : found.limit(most);
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

/** By id of each of the agency's documents whose place was taken, the id of the one that took it. */
export async function successorsOf(q: Queryable, agencyId: string): Promise<Map<string, string>> {
  const rows = await q
    .select({ id: officialDocument.id, by: officialDocument.replacedBy })
    .from(officialDocument)
    .where(and(eq(officialDocument.agencyId, agencyId), isNotNull(officialDocument.replacedBy)));
  return new Map(rows.map(({ id, by }) => [id, by!]));
}
