import { and, eq } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { lockDocument } from "../correct-document.ts";
import { documentPolicy } from "../policy.ts";
import { documentKeptOff } from "../tables.ts";

/** The document may become public after all. @throws Conflict */
export async function letPublic(work: Work, { id, reason }: { id: string; reason: string }): Promise<void> {
  const { tx, actor } = work;
  documentPolicy.permit(actor, "take-off", await lockDocument(tx, actor.agencyId, id));
  const [dropped] = await tx
    .delete(documentKeptOff)
    .where(and(eq(documentKeptOff.agencyId, actor.agencyId), eq(documentKeptOff.documentId, id)))
    .returning();
  if (!dropped) throw new Conflict("Văn bản này không ghi là không công khai.");
  await work.record({
    act: "let-document-public",
    objectKind: "document",
    objectId: id,
    before: { keptOffReason: dropped.reason },
    reason,
  });
}
