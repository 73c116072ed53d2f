import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { lockDocument } from "../correct-document.ts";
import type { OfficialDocument } from "../document-queries.ts";
import { documentPolicy } from "../policy.ts";
import { documentsChanged } from "../publishing/document-changed.ts";
import { documentAmendment } from "../tables.ts";
import { amendmentFault } from "./amendment-fault.ts";

/**
 * Writes down that a document is amended by another from a day on; the earlier one stays in force. Both are held in the
 * order of their ids, so that two acts the other way round do not wait for each other. @throws Conflict, Unacceptable
 */
export async function amendDocument(
  work: Work,
  { id, byId, fromDay }: { id: string; byId: string; fromDay: string },
): Promise<OfficialDocument> {
  const { tx, actor, at } = work;
  const held = new Map<string, OfficialDocument>();
  for (const one of [id, byId].toSorted()) held.set(one, await lockDocument(tx, actor.agencyId, one));
  const document = documentPolicy.permit(actor, "relate", held.get(id)!);
  const by = held.get(byId)!;
  const fault = amendmentFault(document, by, fromDay);
  if (fault) throw new Unacceptable(fault.message, [fault]);
  const [made] = await tx
    .insert(documentAmendment)
    .values({
      agencyId: actor.agencyId,
      documentId: id,
      byId,
      fromDay,
      recordedAt: at,
      recordedBy: actor.personId,
    })
    .onConflictDoNothing()
    .returning();
  if (!made) throw new Conflict("Giữa hai văn bản này đã ghi một sửa đổi; hãy bỏ ghi cũ trước nếu cần đổi.");
  await work.record({
    act: "amend-document",
    objectKind: "document",
    objectId: id,
    after: { number: document.number, amendedBy: by.number, fromDay },
  });
  await documentsChanged(work, [id, byId]);
  return document;
}
