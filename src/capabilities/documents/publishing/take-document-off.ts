import { eq } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { lockDocument } from "../correct-document.ts";
import type { OfficialDocument } from "../document-queries.ts";
import { documentPolicy } from "../policy.ts";
import { officialDocument } from "../tables.ts";
import { documentsChanged } from "./document-changed.ts";

/** Takes a document off the portal; its address says so with the day and the reason. @throws Conflict */
export async function takeDocumentOff(
  work: Work,
  { id, reason }: { id: string; reason: string },
): Promise<OfficialDocument> {
  const { tx, actor, at } = work;
  const before = await lockDocument(tx, actor.agencyId, id);
  documentPolicy.permit(actor, "take-off", before);
  if (!before.publishedAt) throw new Conflict("Văn bản này không ở trên cổng nên không có gì để rút.");
  const [after] = await tx
    .update(officialDocument)
    .set({ publishedAt: null, publishedBy: null, takenOffAt: at, takenOffReason: reason })
    .where(eq(officialDocument.id, id))
    .returning();
  await work.record({
    act: "take-document-off",
    objectKind: "document",
    objectId: id,
    before: { publishedAt: before.publishedAt, publishedBy: before.publishedBy },
    reason,
  });
  await documentsChanged(work, [id]);
  return after!;
}
