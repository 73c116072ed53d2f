import sharp, { type OutputInfo } from "sharp";
import { Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { putFile } from "#platform/files/files.ts";
import { toNfc } from "#platform/text/nfc.ts";
import type { Work } from "#platform/work/work.ts";
import { contentPolicy } from "./policy.ts";
import { mediaAsset } from "./tables.ts";

export type MediaAsset = typeof mediaAsset.$inferSelect;

/** Pictures are stored at most this wide or high; a camera's original is not kept. */
const LARGEST_SIDE = 2000;
const MOST_PIXELS = 60_000_000;

const refuse = (message: string): never => {
  throw new Unacceptable(message, [{ field: "file", message }]);
};

async function reencode(bytes: Uint8Array): Promise<{ data: Buffer; info: OutputInfo; contentType: string }> {
  try {
    const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error", animated: false });
    const { format, hasAlpha } = await picture.metadata();
    if (!["jpeg", "png", "webp", "gif", "avif", "heif", "tiff"].includes(format ?? ""))
      throw new Error("format");
    const upright = picture
      .rotate()
      .resize(LARGEST_SIDE, LARGEST_SIDE, { fit: "inside", withoutEnlargement: true });
    // Written anew without metadata: no place, no camera, nothing hidden behind the picture.
    const encoded = hasAlpha
      ? upright.png({ compressionLevel: 9 })
      : upright.jpeg({ quality: 82, mozjpeg: true });
    const { data, info } = await encoded.toBuffer({ resolveWithObject: true });
    return { data, info, contentType: hasAlpha ? "image/png" : "image/jpeg" };
  } catch {
    return refuse("Tệp này không phải ảnh đọc được (JPEG, PNG, WebP, GIF); hãy chọn ảnh khác.");
  }
}

/** Stores a picture, written anew. `alt` says what it shows; "" declares it as decoration. */
export async function uploadMedia(
  work: Work,
  {
    bytes,
    fileName,
    alt,
    credit,
  }: { bytes: Uint8Array; fileName: string; alt: string; credit: string | null },
): Promise<MediaAsset> {
  const { tx, actor, at } = work;
  contentPolicy.permit(actor, "upload", { agencyId: actor.agencyId });
  const { data, info, contentType } = await reencode(bytes);
  const id = uuidv7();
  // The file first: a kill between the two leaves a file that nobody names, never a name without its file.
  await putFile(id, data);
  const values = {
    id,
    agencyId: actor.agencyId,
    fileName: toNfc(fileName).slice(0, 200),
    contentType,
    width: info.width,
    height: info.height,
    bytes: data.length,
    alt: toNfc(alt).trim(),
    credit: credit && toNfc(credit),
    uploadedBy: actor.personId,
    uploadedAt: at,
  };
  const [made] = await tx.insert(mediaAsset).values(values).returning();
  await work.record({ act: "upload-media", objectKind: "media", objectId: id, after: values });
  return made!;
}
