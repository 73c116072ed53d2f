import { eq, inArray, sql } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import { beginning } from "#platform/text/beginning.ts";
import type { Work } from "#platform/work/work.ts";
import type { OfficialDocument } from "../document-queries.ts";
import { documentPolicy } from "../policy.ts";
import {
  documentAmendment,
  documentFile,
  documentImport,
  documentImportLine,
  documentImportRelation,
  officialDocument,
  sharedDocument,
} from "../tables.ts";
import type { WrittenDocument } from "../written-document.ts";
import { importForUpdate } from "./import-queries.ts";
import { takeRelationsBack } from "./take-relations-back.ts";
import { relatedChanged } from "./write-relations.ts";

const corrected = (document: OfficialDocument, written: WrittenDocument): boolean =>
  (Object.keys(written) as (keyof WrittenDocument)[]).some((key) => document[key] !== written[key]);

/** Whether an error of the database says that a row is named elsewhere. */
const namedElsewhere = (error: unknown): boolean =>
  [error, (error as Error).cause].some((fault) => (fault as { code?: string } | undefined)?.code === "23503");

/**
 * Takes an import back whole: every document and relation of it goes, or none does, where somebody has corrected,
 * published, shared or used one. @throws Conflict
 */
export async function undoDocumentImport(work: Work, { id }: { id: string }): Promise<void> {
  const { tx, actor, at } = work;
  documentPolicy.permit(actor, "import", { agencyId: actor.agencyId });
  const made = await importForUpdate(tx, actor.agencyId, id);
  if (made.undoneAt) throw new Conflict("Lần nhập này đã được lấy lại rồi.");
  const rows = await tx
    .select({
      document: officialDocument,
      written: documentImportLine.written,
      files: sql<number>`(select count(*)::int from ${documentFile} f where f.document_id = ${officialDocument.id})`,
      shared: sql<number>`(select count(*)::int from ${sharedDocument} s where s.document_id = ${officialDocument.id})`,
      // Of other hands than this import's.
      amendments: sql<number>`(
        select count(*)::int from ${documentAmendment} m
        where ${officialDocument.id} in (m.document_id, m.by_id) and m.recorded_at <> ${made.importedAt.toISOString()}
      )`,
      replaced: sql<boolean>`${officialDocument.replacedBy} is not null and not exists (
        select 1 from ${documentImportRelation} r
        where r.import_id = ${id} and r.kind = 'replaced' and r.document_id = ${officialDocument.id}
      )`,
    })
    .from(documentImportLine)
    .innerJoin(officialDocument, eq(officialDocument.id, documentImportLine.documentId))
    .where(eq(documentImportLine.importId, id))
    .orderBy(documentImportLine.line)
    .for("update", { of: officialDocument });
  const happened = rows.flatMap(({ document, written, files, shared, amendments, replaced }) => {
    const words = [
      document.publishedAt || document.takenOffAt ? "đã lên cổng" : null,
      corrected(document, written) ? "đã được sửa" : null,
      replaced ? "đã ghi văn bản thay thế" : null,
      files > 0 ? "đã có tệp" : null,
      shared > 0 ? "đã chia sẻ" : null,
      amendments > 0 ? "đã ghi sửa đổi" : null,
    ].filter((word) => word !== null);
    return words.length > 0 ? [`“${beginning(document.number ?? "", 60)}”: ${words.join("; ")}`] : [];
  });
  if (happened.length > 0) {
    const more = happened.length - 5;
    throw new Conflict(
      `Không lấy lại được lần nhập này vì ${happened.length} trong ${rows.length} văn bản đã có thay đổi: ${happened.slice(0, 5).join(". ")}${more > 0 ? `; và ${more} văn bản khác` : ""}.`,
      { advice: "Chưa có gì thay đổi. Văn bản ghi sai thì sửa riêng từng văn bản." },
    );
  }
  const relations = await takeRelationsBack(work, made);
  const ids = rows.map(({ document }) => document.id);
  try {
    if (ids.length > 0) await tx.delete(officialDocument).where(inArray(officialDocument.id, ids));
    // What is checked at the end of an act is checked now, so that a refusal is one in words.
    await tx.execute(sql`set constraints all immediate`);
  } catch (error) {
    if (!namedElsewhere(error)) throw error;
    throw new Conflict("Không lấy lại được lần nhập này vì có văn bản đã được nơi khác dẫn tới.", {
      advice: "Chưa có gì thay đổi. Văn bản ghi sai thì sửa riêng từng văn bản.",
    });
  }
  await tx
    .update(documentImport)
    .set({ undoneBy: actor.personId, undoneAt: at })
    .where(eq(documentImport.id, id));
  await work.record({
    act: "undo-document-import",
    objectKind: "document-import",
    objectId: id,
    before: {
      ...{ fileName: made.fileName, numbers: rows.map(({ document }) => document.number) },
      relations: relations.length,
    },
  });
  // What stays in the register tells in its own audit that it is no longer replaced or amended.
  await work.recordAll(
    relations
      .filter(({ documentId }) => !ids.includes(documentId))
      .map(({ kind, documentId, number, byNumber, fromDay }) => ({
        act: "undo-document-import",
        objectKind: "document",
        objectId: documentId,
        before:
          kind === "replaced" ? { number, replacedBy: byNumber } : { number, amendedBy: byNumber, fromDay },
        reason: `Lấy lại danh sách “${made.fileName}”`,
      })),
  );
  await relatedChanged(work, relations);
}
