import { and, eq, isNull } from "drizzle-orm";
import { Conflict, NotFound } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { putFile } from "#platform/files/files.ts";
import { stateWords, worstState } from "#platform/official-document/signatures/signature-state.ts";
import type { Work } from "#platform/work/work.ts";
import { lockDocument } from "../correct-document.ts";
import type { OfficialDocument } from "../document-queries.ts";
import { documentPolicy } from "../policy.ts";
import { documentsChanged } from "../publishing/document-changed.ts";
import { keepWords } from "../searching/keep-words.ts";
import { documentFile } from "../tables.ts";
import type { ReadFile } from "./read-file.ts";

/** A file as the audit tells of it. */
export const fileInWords = (
  { number, type, abstract }: OfficialDocument,
  {
    fileName,
    bytes,
    sha256,
    signatures,
  }: Pick<ReadFile, "fileName" | "sha256" | "signatures"> & { bytes: number },
) => {
  const worst = signatures && worstState(signatures);
  return {
    document: `${type} ${number ?? abstract ?? "chưa cấp số"}`,
    fileName,
    bytes,
    sha256,
    signatures: worst && stateWords[worst],
  };
};

/** A file of a document that has not been replaced or withdrawn, held until the transaction ends. @throws NotFound */
export async function lockFile({ tx, actor }: Work, documentId: string, fileId: string) {
  const [found] = await tx
    .select()
    .from(documentFile)
    .where(
      and(
        eq(documentFile.agencyId, actor.agencyId),
        eq(documentFile.documentId, documentId),
        eq(documentFile.id, fileId),
        isNull(documentFile.endedAt),
      ),
    )
    .for("update");
  if (!found) throw new NotFound("Văn bản không còn tệp này.");
  return found;
}

/**
 * Keeps a file with a document byte for byte; `replaces` ends the one it takes the place of, which stays with the
 * reason. The same file is with a document once. @throws NotFound, Conflict
 */
export async function attachFile(
  work: Work,
  { id, file, replaces }: { id: string; file: ReadFile; replaces: { fileId: string; reason: string } | null },
): Promise<OfficialDocument> {
  const { tx, actor, at } = work;
  const document = documentPolicy.permit(actor, "change-files", await lockDocument(tx, actor.agencyId, id));
  const before = replaces && (await lockFile(work, id, replaces.fileId));
  const { bytes, ...facts } = file;
  const fileId = uuidv7();
  if (replaces && before)
    await tx
      .update(documentFile)
      .set({ endedAt: at, endedBy: actor.personId, endedReason: replaces.reason, replacedBy: fileId })
      .where(eq(documentFile.id, before.id));
  const [made] = await tx
    .insert(documentFile)
    .values({
      ...facts,
      id: fileId,
      agencyId: actor.agencyId,
      documentId: id,
      bytes: bytes.byteLength,
      addedAt: at,
      addedBy: actor.personId,
      checkedAt: at,
    })
    .onConflictDoNothing()
    .returning();
  if (!made) throw new Conflict("Văn bản đã có đúng tệp này; chưa có gì được ghi.");
  await keepWords(tx, made);
  // Before the commit: a kill leaves a file that nobody names, never a name without its file.
  await putFile(fileId, bytes);
  await work.record({
    act: before ? "replace-file" : "attach-file",
    objectKind: "document-file",
    objectId: fileId,
    before: before && fileInWords(document, before),
    after: fileInWords(document, made),
    reason: replaces?.reason ?? null,
  });
  await documentsChanged(work, [id]);
  return document;
}
