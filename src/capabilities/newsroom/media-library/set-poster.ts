import { eq } from "drizzle-orm";
import sharp from "sharp";
import { Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { putFile } from "#platform/files/files.ts";
import type { Work } from "#platform/work/work.ts";
import { mediaAsset } from "../tables.ts";
import { type MediaAsset, mediaOf } from "./media-queries.ts";
import { mediaPolicy } from "./policy.ts";

const LARGEST_SIDE = 1280;

/** Keeps the picture that stands for a video before it is played, written anew as JPEG. */
export async function setPoster(
  work: Work,
  { id, bytes }: { id: string; bytes: Uint8Array },
): Promise<MediaAsset> {
  const { tx, actor } = work;
  const before = mediaPolicy.permit(actor, "describe", await mediaOf(tx, actor.agencyId, id));
  if (before.sort !== "video") throw new Unacceptable("Chỉ video mới có hình đại diện.", []);
  const data = await sharp(bytes, { limitInputPixels: 60_000_000, failOn: "error", animated: false })
    .rotate()
    .flatten({ background: "#000000" })
    .resize(LARGEST_SIDE, LARGEST_SIDE, { fit: "inside", withoutEnlargement: true })
    .jpeg({ quality: 82, mozjpeg: true })
    .toBuffer()
    .catch(() => {
      const message = "Hình này không đọc được; hãy chọn một lúc khác của video, hoặc ảnh khác.";
      throw new Unacceptable(message, [{ field: "file", message }]);
    });
  const posterId = uuidv7();
  await putFile(posterId, data);
  const [after] = await tx.update(mediaAsset).set({ posterId }).where(eq(mediaAsset.id, id)).returning();
  await work.record({ act: "set-media-poster", objectKind: "media", objectId: id, before, after });
  return after!;
}
