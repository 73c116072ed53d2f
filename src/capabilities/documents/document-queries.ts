import { and, desc, eq, gte, isNotNull, lte, type SQL, sql } from "drizzle-orm";
import type { Queryable } from "#platform/database/database.ts";
import { unaccent } from "#platform/text/unaccent.ts";
import { officialDocument } from "./tables.ts";

export type OfficialDocument = typeof officialDocument.$inferSelect;

const escapeLike = (text: string) => text.replace(/[\\%_]/g, "\\$&");

/** Everything that names or describes a document, in small letters without diacritics. */
const bareWords = sql`replace(regexp_replace(normalize(lower(concat_ws(' ', ${officialDocument.number}, ${officialDocument.type}, ${officialDocument.issuer}, ${officialDocument.abstract}, ${officialDocument.topic})), NFD), '[\u0300-\u036f]', '', 'g'), 'đ', 'd')`;

/** That a document's number, type, issuer, abstract or topic hold each word, with or without diacritics. */
export const holdsWords = (q: string): SQL[] =>
  unaccent(q)
    .toLowerCase()
    .split(/\s+/u)
    .filter(Boolean)
    .map((word) => sql`${bareWords} like ${`%${escapeLike(word)}%`}`);

export interface Wanted {
  /** Words of number, type, issuer, abstract or topic, with or without diacritics. */
  q?: string;
  type?: string;
  /** Year of issue. */
  year?: number | null;
  /** Issued between two days, both inside. */
  issued?: { from: string; to: string };
}

/** The agency's register, newest first. */
export async function documentsOfAgency(
  database: Queryable,
  agencyId: string,
  { q = "", type = "", year = null, issued }: Wanted = {},
): Promise<OfficialDocument[]> {
  return database
    .select()
    .from(officialDocument)
    .where(
      and(
        eq(officialDocument.agencyId, agencyId),
        ...holdsWords(q),
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
