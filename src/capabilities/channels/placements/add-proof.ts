import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { NotFound, Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { putFile } from "#platform/files/files.ts";
import { isPicture, UnusableFile, usableFile } from "#platform/files/usable-file.ts";
import type { Work } from "#platform/work/work.ts";
import { deliveryOf, subjectOf } from "../deliveries/delivery-queries.ts";
import { deliveryPolicy } from "../deliveries/policy.ts";
import { placement, placementProof } from "../tables.ts";

const MOST = 10;

const refuse = (message: string): never => {
  throw new Unacceptable(message, [{ field: "file", message }]);
};

/** Attaches a picture of the post as people see it; the same picture again is the same one. Written anew, so that it says nothing else. */
export async function addProof(
  work: Work,
  { id, bytes, fileName }: { id: string; bytes: Uint8Array; fileName: string },
): Promise<void> {
  const { tx, actor, at } = work;
  const whole = await deliveryOf(tx, actor, id, { lock: true });
  deliveryPolicy.permit(actor, "prove", subjectOf(whole));
  const [place] = await tx.select().from(placement).where(eq(placement.deliveryId, id));
  if (!place) throw new NotFound("Bài chưa lên kênh này.");
  const file = await usableFile(bytes, fileName).catch((error: unknown) => {
    if (error instanceof UnusableFile) return refuse(error.message);
    throw error;
  });
  if (!isPicture(file.contentType)) refuse("Hãy chọn ảnh chụp màn hình (JPEG, PNG, WebP).");
  const sha256 = createHash("sha256").update(file.bytes).digest("hex");
  const known = await tx.select().from(placementProof).where(eq(placementProof.placementId, place.id));
  if (known.some((one) => one.sha256 === sha256)) return;
  if (known.length >= MOST) refuse(`Mỗi lượt đăng giữ nhiều nhất ${MOST} ảnh chụp.`);
  const proofId = uuidv7();
  await putFile(proofId, file.bytes);
  const [made] = await tx
    .insert(placementProof)
    .values({
      ...{ id: proofId, agencyId: actor.agencyId, placementId: place.id, sha256 },
      contentType: file.contentType,
      bytes: file.bytes.byteLength,
      addedBy: actor.personId,
      addedAt: at,
    })
    .onConflictDoNothing()
    .returning();
  if (made)
    await work.record({ act: "add-proof", objectKind: "delivery", objectId: id, after: { proofId, sha256 } });
}
