import { eq } from "drizzle-orm";
import type { Work } from "#platform/work/work.ts";
import { lockDocument } from "../correct-document.ts";
import type { OfficialDocument } from "../document-queries.ts";
import { documentPolicy } from "../policy.ts";
import { documentsChanged } from "../publishing/document-changed.ts";
import { documentFile } from "../tables.ts";
import { fileInWords, lockFile } from "./attach-file.ts";

/** Takes a file off a document; it stays in the history with the reason. @throws NotFound */
export async function withdrawFile(
  work: Work,
  { id, fileId, reason }: { id: string; fileId: string; reason: string },
): Promise<OfficialDocument> {
  const { tx, actor, at } = work;
  const document = documentPolicy.permit(actor, "change-files", await lockDocument(tx, actor.agencyId, id));
  const before = await lockFile(work, id, fileId);
  await tx
    .update(documentFile)
    .set({ endedAt: at, endedBy: actor.personId, endedReason: reason })
    .where(eq(documentFile.id, fileId));
  await work.record({
    act: "withdraw-file",
    objectKind: "document-file",
    objectId: fileId,
    before: fileInWords(document, before),
    reason,
  });
  await documentsChanged(work, [id]);
  return document;
}
