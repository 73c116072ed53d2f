import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { lockDocument } from "../correct-document.ts";
import { documentPolicy } from "../policy.ts";
import { documentKeptOff } from "../tables.ts";

/** Says that a document is not to become public, and why; its promptness is asked for no longer. @throws Conflict */
export async function keepOff(work: Work, { id, reason }: { id: string; reason: string }): Promise<void> {
  const { tx, actor, at } = work;
  const { agencyId, personId } = actor;
  const document = await lockDocument(tx, agencyId, id);
  documentPolicy.permit(actor, "take-off", document);
  if (document.publishedAt) throw new Conflict("Văn bản đang ở trên cổng; hãy rút khỏi cổng trước.");
  const [made] = await tx
    .insert(documentKeptOff)
    .values({ documentId: id, agencyId, reason, markedBy: personId, markedAt: at })
    .onConflictDoNothing()
    .returning();
  if (!made) throw new Conflict("Văn bản này đã được ghi không công khai.");
  await work.record({ act: "keep-document-off", objectKind: "document", objectId: id, reason });
}
