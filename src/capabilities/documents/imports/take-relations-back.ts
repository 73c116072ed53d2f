import { and, eq, sql } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import {
  documentAmendment,
  type documentImport,
  documentImportRelation,
  officialDocument,
} from "../tables.ts";

type Made = typeof documentImport.$inferSelect;

/**
 * Takes back what an import wrote between documents, each as it still stands from it, and gives what it was; none where
 * somebody has changed one since. @throws Conflict
 */
export async function takeRelationsBack({ tx, actor }: Work, { id, importedAt }: Made) {
  const moment = importedAt.toISOString();
  const relations = await tx
    .select({
      kind: documentImportRelation.kind,
      documentId: documentImportRelation.documentId,
      byId: documentImportRelation.byId,
      fromDay: documentImportRelation.fromDay,
      number: officialDocument.number,
      byNumber: sql<
        string | null
      >`(select b.number from official_document b where b.id = ${documentImportRelation.byId})`,
      stands: sql<boolean>`case ${documentImportRelation.kind}
        when 'replaced' then ${officialDocument.replacedBy} is not distinct from ${documentImportRelation.byId}
        else exists (
          select 1 from ${documentAmendment} m
          where m.document_id = ${documentImportRelation.documentId} and m.by_id = ${documentImportRelation.byId}
            and m.from_day = ${documentImportRelation.fromDay} and m.recorded_at = ${moment}
        ) end`,
    })
    .from(documentImportRelation)
    .innerJoin(officialDocument, eq(officialDocument.id, documentImportRelation.documentId))
    .where(eq(documentImportRelation.importId, id))
    .orderBy(officialDocument.id, documentImportRelation.byId)
    .for("update", { of: officialDocument });
  const changed = relations.filter(({ stands }) => !stands);
  if (changed.length > 0)
    throw new Conflict(
      `Không lấy lại được lần nhập này vì ${changed.length} trong ${relations.length} quan hệ thay thế, sửa đổi đã được đổi sau khi nhập (của “${changed[0]!.number ?? ""}”).`,
      { advice: "Chưa có gì thay đổi. Quan hệ ghi sai thì sửa riêng ở từng văn bản." },
    );
  await tx.execute(sql`
    update official_document d set replaced_by = null from document_import_relation r
    where d.agency_id = ${actor.agencyId} and r.import_id = ${id} and r.kind = 'replaced' and d.id = r.document_id
  `);
  await tx.execute(sql`
    delete from document_amendment m using document_import_relation r
    where m.agency_id = ${actor.agencyId} and r.import_id = ${id} and r.kind = 'amended'
      and m.document_id = r.document_id and m.by_id = r.by_id
  `);
  await tx
    .delete(documentImportRelation)
    .where(and(eq(documentImportRelation.agencyId, actor.agencyId), eq(documentImportRelation.importId, id)));
  return relations;
}
