import { and, count, desc, eq, isNotNull } from "drizzle-orm";
import { personNames } from "#organization";
import { NotFound } from "#platform/auth/policy.ts";
import type { Queryable } from "#platform/database/database.ts";
import { documentImport, documentImportLine, officialDocument } from "../tables.ts";
import { keyOf } from "./judge-documents.ts";

/** Keys of what the register holds, and of the lines that brought some of it: a corrected document is still its line's. */
export async function keysInRegister(q: Queryable, agencyId: string): Promise<Set<string>> {
  const rows = await q
    .select({
      number: officialDocument.number,
      issuedOn: officialDocument.issuedOn,
      issuer: officialDocument.issuer,
      written: documentImportLine.written,
    })
    .from(officialDocument)
    .leftJoin(documentImportLine, eq(documentImportLine.documentId, officialDocument.id))
    .where(and(eq(officialDocument.agencyId, agencyId), isNotNull(officialDocument.number)));
  return new Set(
    rows.flatMap(({ written, ...row }) => (written ? [keyOf(row), keyOf(written)] : [keyOf(row)])),
  );
}

/** Imports into the register, the newest first, with how many of their documents are still there. */
export async function importsOfAgency(q: Queryable, agencyId: string) {
  const rows = await q
    .select({ made: documentImport, left: count(documentImportLine.documentId) })
    .from(documentImport)
    .leftJoin(documentImportLine, eq(documentImportLine.importId, documentImport.id))
    .where(eq(documentImport.agencyId, agencyId))
    .groupBy(documentImport.id)
    .orderBy(desc(documentImport.importedAt), desc(documentImport.id));
  const names = await personNames(
    q,
    rows.flatMap(({ made: { importedBy, undoneBy } }) => [importedBy, ...(undoneBy ? [undoneBy] : [])]),
  );
  return rows.map(({ made, left }) => ({
    ...made,
    left,
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
