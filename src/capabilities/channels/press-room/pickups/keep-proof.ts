import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { putFile } from "#platform/files/files.ts";
import { isPicture, UnusableFile, usableFile } from "#platform/files/usable-file.ts";
import type { Work } from "#platform/work/work.ts";
import { pressPickupProof } from "../../tables.ts";

const MOST = 5;

export interface GivenPicture {
  bytes: Uint8Array;
  fileName: string;
}

const refuse = (message: string): never => {
  throw new Unacceptable(message, [{ field: "file", message }]);
};

/** Keeps a picture of a pick-up, written anew so that it says nothing else; the same once more is the same one. */
export async function keepProof(
  { tx, actor, at }: Work,
  pickupId: string,
  { bytes, fileName }: GivenPicture,
): Promise<{ proofId: string; sha256: string } | null> {
  const file = await usableFile(bytes, fileName).catch((error: unknown) => {
    if (error instanceof UnusableFile) return refuse(error.message);
    throw error;
  });
  if (!isPicture(file.contentType)) refuse("Hãy chọn ảnh chụp màn hình (JPEG, PNG, WebP).");
  const sha256 = createHash("sha256").update(file.bytes).digest("hex");
  const known = await tx.select().from(pressPickupProof).where(eq(pressPickupProof.pickupId, pickupId));
  if (known.some((one) => one.sha256 === sha256)) return null;
  if (known.length >= MOST) refuse(`Mỗi tin giữ nhiều nhất ${MOST} ảnh chụp.`);
  const proofId = uuidv7();
  await putFile(proofId, file.bytes);
  const [made] = await tx
    .insert(pressPickupProof)
    .values({
      ...{ id: proofId, agencyId: actor.agencyId, pickupId, sha256, contentType: file.contentType },
      ...{ bytes: file.bytes.byteLength, addedBy: actor.personId, addedAt: at },
    })
    .onConflictDoNothing()
    .returning({ id: pressPickupProof.id });
  return made ? { proofId, sha256 } : null;
}
