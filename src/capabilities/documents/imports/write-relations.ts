import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import { insertMany } from "#platform/database/insert-many.ts";
import type { Work } from "#platform/work/work.ts";
import { documentsChanged } from "../publishing/document-changed.ts";
import { documentAmendment, documentImportRelation, officialDocument } from "../tables.ts";

export interface RelationToWrite {
  kind: "replaced" | "amended";
  documentId: string;
  byId: string;
  fromDay: string | null;
}

/** Brings in step what the public sees of the documents that relations name. */
export async function relatedChanged(work: Work, relations: RelationToWrite[]): Promise<void> {
  const ids = [...new Set(relations.flatMap(({ documentId, byId }) => [documentId, byId]))];
  if (ids.length === 0) return;
  const shown = await work.tx
    .select({ id: officialDocument.id })
    .from(officialDocument)
    .where(and(inArray(officialDocument.id, ids), isNotNull(officialDocument.slug)))
    .orderBy(officialDocument.id);
  await documentsChanged(
    work,
    shown.map(({ id }) => id),
  );
}

/** Somebody wrote a relation of the same documents after the list was judged: nothing of theirs is written over. */
const meanwhile = () =>
  new Conflict("Có người vừa ghi thay thế, sửa đổi giữa các văn bản này nên chưa nhập.", {
    advice: "Chưa có gì thay đổi. Bản xem thử đã được đọc lại; hãy xem rồi nhập.",
  });

/** Writes what a list has been found to add between documents, each in the audit of the document that it changes. */
export async function writeRelations(
  work: Work,
  { importId, fileName, relations }: { importId: string; fileName: string; relations: RelationToWrite[] },
): Promise<void> {
  if (relations.length === 0) return;
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  const replaced = relations.filter(({ kind }) => kind === "replaced");
  const { rowCount } = await tx.execute(sql`
    update official_document d set replaced_by = r."byId"
    from json_to_recordset(${JSON.stringify(replaced)}::json) as r ("documentId" uuid, "byId" uuid)
    where d.agency_id = ${agencyId} and d.id = r."documentId" and d.replaced_by is null
  `);
  if (rowCount !== replaced.length) throw meanwhile();
  await insertMany(
    tx,
    documentAmendment,
    relations
      .filter(({ kind }) => kind === "amended")
      .map(({ documentId, byId, fromDay }) => ({
        ...{ agencyId, documentId, byId, fromDay: fromDay! },
        ...{ recordedAt: at, recordedBy: personId },
      })),
  ).catch((error: unknown) => {
    throw [error, (error as Error).cause].some(
      (fault) => (fault as { code?: string } | undefined)?.code === "23505",
    )
      ? meanwhile()
      : error;
  });
  await insertMany(
    tx,
    documentImportRelation,
    relations.map((one) => ({ agencyId, importId, ...one })),
  );
  const ids = [...new Set(relations.flatMap(({ documentId, byId }) => [documentId, byId]))];
  const numbers = new Map(
    (
      await tx
        .select({ id: officialDocument.id, number: officialDocument.number })
        .from(officialDocument)
        .where(and(eq(officialDocument.agencyId, agencyId), inArray(officialDocument.id, ids)))
    ).map(({ id, number }) => [id, number]),
  );
  const reason = `Theo danh sách nhập “${fileName}”`;
  await work.recordAll(
    relations.map(({ kind, documentId, byId, fromDay }) => ({
      act: kind === "replaced" ? "replace-document" : "amend-document",
      objectKind: "document",
      objectId: documentId,
      after:
        kind === "replaced"
          ? { number: numbers.get(documentId), replacedBy: numbers.get(byId) }
          : { number: numbers.get(documentId), amendedBy: numbers.get(byId), fromDay },
      reason,
    })),
  );
  await relatedChanged(work, relations);
}
