import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { personNames } from "#organization";
import type { Queryable } from "#platform/database/database.ts";
import type { FoundSignatures } from "#platform/official-document/signatures/signature-state.ts";
import { documentFile, officialDocument } from "../tables.ts";

/** When the agency last changed whom it trusts; signatures looked at before are to be looked at again. */
export const trustChangedAt = sql`(
  select max(greatest(c.added_at, c.removed_at)) from trusted_certificate c where c.agency_id = ${documentFile.agencyId}
)`;

/** A certificate trusted when it was looked at may be trusted no more: until it has been looked at again it is not. */
export function asKnownNow(found: FoundSignatures | null, stale: boolean): FoundSignatures | null {
  if (!found || !stale) return found;
  return {
    ...found,
    signatures: found.signatures.map((one) =>
      one.state === "trusted"
        ? {
            ...one,
            state: "unverified",
            why: "Danh sách chứng thư gốc vừa đổi; chữ ký đang được kiểm tra lại.",
          }
        : one,
    ),
  };
}

/** The files of a document without their text, those in use first. */
export async function filesOfDocument(q: Queryable, { id, agencyId }: { id: string; agencyId: string }) {
  const rows = await q
    .select({
      id: documentFile.id,
      fileName: documentFile.fileName,
      contentType: documentFile.contentType,
      bytes: documentFile.bytes,
      sha256: documentFile.sha256,
      addedAt: documentFile.addedAt,
      addedBy: documentFile.addedBy,
      unreadReason: documentFile.unreadReason,
      hasText: sql<boolean>`${documentFile.fullText} is not null`,
      signatures: documentFile.signatures,
      checkedAt: documentFile.checkedAt,
      stale: sql<boolean>`coalesce(${documentFile.checkedAt} < ${trustChangedAt}, false)`,
      endedAt: documentFile.endedAt,
      endedBy: documentFile.endedBy,
      endedReason: documentFile.endedReason,
      replacedBy: documentFile.replacedBy,
    })
    .from(documentFile)
    .where(and(eq(documentFile.agencyId, agencyId), eq(documentFile.documentId, id)))
    .orderBy(sql`${documentFile.endedAt} desc nulls first`, documentFile.addedAt, desc(documentFile.id));
  const names = await personNames(q, [
    ...new Set(rows.flatMap(({ addedBy, endedBy }) => (endedBy ? [addedBy, endedBy] : [addedBy]))),
  ]);
  return rows.map(({ stale, signatures, addedBy, endedBy, ...row }) => ({
    ...row,
    signatures: asKnownNow(signatures, stale),
    addedBy: names.get(addedBy) ?? null,
    endedBy: endedBy === null ? null : (names.get(endedBy) ?? null),
  }));
}

/** Where a file stands and whose it is, to be served; null when there is none. */
export async function fileById(q: Queryable, id: string) {
  const [found] = await q
    .select({
      id: documentFile.id,
      agencyId: documentFile.agencyId,
      documentId: documentFile.documentId,
      fileName: documentFile.fileName,
      contentType: documentFile.contentType,
      sha256: documentFile.sha256,
      isPublic: sql<boolean>`${documentFile.endedAt} is null and ${officialDocument.publishedAt} is not null`,
    })
    .from(documentFile)
    .innerJoin(officialDocument, eq(officialDocument.id, documentFile.documentId))
    .where(eq(documentFile.id, id));
  return found ?? null;
}

/** Documents of the agency that have a PDF. */
export async function documentsWithSignatures(q: Queryable, agencyId: string): Promise<string[]> {
  const rows = await q
    .selectDistinct({ id: documentFile.documentId })
    .from(documentFile)
    .where(and(eq(documentFile.agencyId, agencyId), sql`${documentFile.signatures} is not null`));
  return rows.map(({ id }) => id);
}

/** Ids of the PDFs in use whose signatures were looked at before the agency changed whom it trusts. */
export const filesToCheckAgain = (q: Queryable, most: number) =>
  q
    .select({ id: documentFile.id, agencyId: documentFile.agencyId, documentId: documentFile.documentId })
    .from(documentFile)
    .where(
      and(
        isNull(documentFile.endedAt),
        sql`${documentFile.signatures} is not null`,
        sql`${documentFile.checkedAt} < ${trustChangedAt}`,
      ),
    )
    .orderBy(documentFile.checkedAt)
    .limit(most);
