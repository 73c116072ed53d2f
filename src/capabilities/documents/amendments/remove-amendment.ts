import { and, eq } from "drizzle-orm";
import { NotFound } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { lockDocument } from "../correct-document.ts";
import type { OfficialDocument } from "../document-queries.ts";
import { documentPolicy } from "../policy.ts";
import { documentsChanged } from "../publishing/document-changed.ts";
import { documentAmendment } from "../tables.ts";

/** Takes back that a document is amended by another; the audit keeps what stood. @throws NotFound */
export async function removeAmendment(
  work: Work,
  { id, byId, reason }: { id: string; byId: string; reason: string },
): Promise<OfficialDocument> {
  const { tx, actor } = work;
  const document = documentPolicy.permit(actor, "relate", await lockDocument(tx, actor.agencyId, id));
  const [gone] = await tx
    .delete(documentAmendment)
    .where(
      and(
        eq(documentAmendment.agencyId, actor.agencyId),
        eq(documentAmendment.documentId, id),
        eq(documentAmendment.byId, byId),
      ),
    )
    .returning();
  if (!gone) throw new NotFound("Không có ghi sửa đổi này.");
  await work.record({
    act: "remove-amendment",
    objectKind: "document",
    objectId: id,
    before: { number: document.number, fromDay: gone.fromDay },
    reason,
  });
  await documentsChanged(work, [id, byId]);
  return document;
}
