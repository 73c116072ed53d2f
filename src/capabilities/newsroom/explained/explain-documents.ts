import { eq } from "drizzle-orm";
import { namedDocuments, redrawDocuments } from "#documents";
import { NotFound } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { contentChanged } from "../content-changed.ts";
import { itemOf } from "../content-queries.ts";
import { contentPolicy } from "../policy.ts";
import { contentDocument } from "../tables.ts";
import { documentsOfItem } from "./explained-queries.ts";

/** Says which documents of the register a text explains, all of them; none: it explains no document. @throws NotFound */
export async function explainDocuments(
  work: Work,
  { id, documentIds }: { id: string; documentIds: string[] },
): Promise<void> {
  const { tx, actor } = work;
  const item = await itemOf(tx, actor, id, { lock: true });
  contentPolicy.permit(actor, "link", item);
  const { agencyId } = item;
  const before = await documentsOfItem(tx, { agencyId, itemId: id });
  const after = await namedDocuments(tx, agencyId, [...new Set(documentIds)]);
  if (after.length < new Set(documentIds).size)
    throw new NotFound("Có văn bản không còn trong sổ của cơ quan; hãy chọn lại.");
  await tx.delete(contentDocument).where(eq(contentDocument.itemId, id));
  if (after.length > 0)
    await tx
      .insert(contentDocument)
      .values(after.map((document) => ({ agencyId, itemId: id, documentId: document.id })));
  await work.record({
    act: "explain-documents",
    objectKind: "content",
    objectId: id,
    before: { documents: before.map(({ name }) => name) },
    after: { documents: after.map(({ name }) => name) },
  });
  await contentChanged(work, id);
  await redrawDocuments(
    tx,
    [...before, ...after].map((document) => document.id),
  );
}
