import { and, eq, isNull } from "drizzle-orm";
import { Conflict, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import type { Work } from "#platform/work/work.ts";
import { productAcceptance } from "../tables.ts";
import type { Verdict } from "./dossier.ts";
import { wholeDossier } from "./dossier-queries.ts";
import { dossierPolicy } from "./policy.ts";

const end = ({ tx, actor, at }: Work, itemId: string, reason: string) =>
  tx
    .update(productAcceptance)
    .set({ endedAt: at, endedBy: actor.personId, endedReason: reason })
    .where(and(eq(productAcceptance.itemId, itemId), isNull(productAcceptance.endedAt)))
    .returning();

/** A second person says how good what was made is: exactly the text that they saw. The one before, of another text or not good enough, ends. */
export async function acceptProduct(
  work: Work,
  input: { itemId: string; revisionId: string; verdict: Verdict; remarks: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const { itemId, revisionId, verdict } = input;
  const remarks = input.remarks.trim();
  const { content, subject } = await wholeDossier(tx, actor, itemId);
  dossierPolicy.permit(actor, "accept", subject);
  if (content.revisionId !== revisionId)
    throw new Conflict("Bài vừa có bản khác; hãy xem bản đang đăng rồi nghiệm thu bản ấy.");
  if (verdict !== "accepted" && remarks === "")
    throw new Unacceptable("Hãy ghi góp ý hoặc điểm chưa đạt.", [
      { field: "remarks", message: "Hãy ghi góp ý hoặc điểm chưa đạt." },
    ]);
  await end(work, itemId, "Nghiệm thu lại");
  const [made] = await tx
    .insert(productAcceptance)
    .values({
      ...{ id: uuidv7(), agencyId: actor.agencyId, itemId, revisionId, revisionHash: content.hash },
      ...{ verdict, remarks, acceptedBy: actor.personId, acceptedAt: at },
    })
    .onConflictDoNothing()
    .returning();
  if (!made) throw new Conflict("Người khác vừa nghiệm thu; hãy tải lại trang.");
  await work.record({
    act: "accept-product",
    objectKind: "product-acceptance",
    objectId: itemId,
    after: { verdict, remarks, revisionId },
  });
}

/** Takes an acceptance back, with why; it stays in the record. */
export async function takeBackAcceptance(
  work: Work,
  { itemId, reason }: { itemId: string; reason: string },
): Promise<void> {
  const { tx, actor } = work;
  if (reason.trim() === "")
    throw new Unacceptable("Hãy ghi lý do rút nghiệm thu.", [{ field: "reason", message: "Hãy ghi lý do." }]);
  const { subject } = await wholeDossier(tx, actor, itemId);
  dossierPolicy.permit(actor, "takeBack", subject);
  const [ended] = await end(work, itemId, reason.trim());
  if (!ended) throw new Conflict("Chưa có nghiệm thu để rút; hãy tải lại trang.");
  await work.record({
    act: "take-back-acceptance",
    objectKind: "product-acceptance",
    objectId: itemId,
    reason: reason.trim(),
  });
}
