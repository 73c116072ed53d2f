import { and, desc, eq, isNotNull, sql } from "drizzle-orm";
import { personNames } from "#organization";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import {
  documentAmendment,
  documentImport,
  documentImportLine,
  documentImportRelation,
  officialDocument,
} from "../tables.ts";
import { type KnownRegister, keyOf } from "./judged-document.ts";

/** What the register holds, as far as a list can add to it. */
export async function knownRegister(q: Queryable, agencyId: string): Promise<KnownRegister> {
  const { id, number, type, issuedOn, issuer, topic, effectiveFrom, effectiveTo, replacedBy, keptBy } =
    officialDocument;
  const documents = await q
    .select({ id, number, type, issuedOn, issuer, topic, effectiveFrom, effectiveTo, replacedBy, keptBy })
    .from(officialDocument)
    .where(and(eq(officialDocument.agencyId, agencyId), isNotNull(number)))
    .orderBy(id);
  const brought = await q
    .select({ id: documentImportLine.documentId, written: documentImportLine.written })
    .from(documentImportLine)
    .where(eq(documentImportLine.agencyId, agencyId));
  const amendments = await q
    .select({ older: documentAmendment.documentId, newer: documentAmendment.byId })
    .from(documentAmendment)
    .where(eq(documentAmendment.agencyId, agencyId));
  return {
    documents: new Map(documents.map((one) => [one.id, one])),
    byKey: new Map([
      ...brought.map((one) => [keyOf(one.written), one.id] as const),
      ...documents.map((one) => [keyOf(one), one.id] as const),
    ]),
    amendments: new Set(amendments.map(({ older, newer }) => `${older} ${newer}`)),
  };
}

/** Imports into the register, the newest first, with how many of their documents and relations are still there. */
export async function importsOfAgency(q: Queryable, agencyId: string) {
  const rows = await q
    .select({
      made: documentImport,
      left: sql<number>`(select count(*)::int from ${documentImportLine} l where l.import_id = ${documentImport.id})`,
      leftRelations: sql<number>`(select count(*)::int from ${documentImportRelation} r where r.import_id = ${documentImport.id})`,
    })
    .from(documentImport)
    .where(eq(documentImport.agencyId, agencyId))
    .orderBy(desc(documentImport.importedAt), desc(documentImport.id));
  const names = await personNames(
    q,
    rows.flatMap(({ made: { importedBy, undoneBy } }) => [importedBy, ...(undoneBy ? [undoneBy] : [])]),
  );
  return rows.map(({ made, left, leftRelations }) => ({
    ...made,
    left,
    leftRelations,
    importedByName: names.get(made.importedBy) ?? "",
    undoneByName: made.undoneBy && (names.get(made.undoneBy) ?? null),
  }));
}

/** One import of the agency, held until the act is over. @throws NotFound */
export async function importForUpdate(q: Queryable, agencyId: string, id: string) {
  const [found] = await q
    .select()
    .from(documentImport)
    .where(and(eq(documentImport.agencyId, agencyId), eq(documentImport.id, id)))
    .for("update");
  if (!found) throw new NotFound("Không có lần nhập này trong sổ văn bản.");
  return found;
}
