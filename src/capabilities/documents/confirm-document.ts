import { eq } from "drizzle-orm";
import { Conflict } from "#platform/auth/policy.ts";
import type { Work } from "#platform/work/work.ts";
import { lockDocument } from "./correct-document.ts";
import type { OfficialDocument } from "./document-queries.ts";
import { documentPolicy } from "./policy.ts";
import { officialDocument } from "./tables.ts";

/** A person has compared an entry that came with the product with the official text: it may be relied on. */
export async function confirmDocument(work: Work, { id }: { id: string }): Promise<OfficialDocument> {
  const { tx, actor, at } = work;
  const found = await lockDocument(tx, actor.agencyId, id);
  documentPolicy.permit(actor, "confirm", found);
  if (!found.toConfirm) throw new Conflict("Văn bản này không còn chờ xác nhận.");
  const [after] = await tx
    .update(officialDocument)
    .set({ toConfirm: false, confirmedBy: actor.personId, confirmedAt: at })
    .where(eq(officialDocument.id, id))
    .returning();
  await work.record({ act: "confirm-document", objectKind: "document", objectId: id });
  return after!;
}
