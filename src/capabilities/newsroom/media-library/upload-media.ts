import { and, eq } from "drizzle-orm";
import sharp, { type OutputInfo } from "sharp";
import { Unacceptable } from "#platform/auth/policy.ts";
import { uuidv7 } from "#platform/database/id.ts";
import { putFile } from "#platform/files/files.ts";
import { toNfc } from "#platform/text/nfc.ts";
import type { Work } from "#platform/work/work.ts";
import { mediaAsset } from "../tables.ts";
import { columnsOf, type MediaFacts } from "./describe-media.ts";
import { type MediaAsset, mediaWords } from "./media-queries.ts";
import { mediaPolicy } from "./policy.ts";

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

/**
 * Stores a picture, written anew, with what is stated of it; rights may be stated later, before it is published. The
 * same sending (`uploadId`) of the same person is stored once.
 */
export async function uploadMedia(
  work: Work,
  {
    bytes,
    fileName,
    uploadId = null,
    ...facts
  }: { bytes: Uint8Array; fileName: string; uploadId?: string | null | undefined } & MediaFacts,
): Promise<MediaAsset> {
  const { tx, actor, at } = work;
  mediaPolicy.permit(actor, "upload", { agencyId: actor.agencyId });
  const before = await sentBefore(work, uploadId);
  if (before) return before;
  const columns = columnsOf(facts);
  const { data, info, contentType } = await reencode(bytes);
  const id = uuidv7();
  // The file first: a kill between the two leaves a file that nobody names, never a name without its file.
  await putFile(id, data);
  const named = { ...columns, fileName: toNfc(fileName).slice(0, 200) };
  const values = {
    id,
    agencyId: actor.agencyId,
    ...named,
    wordsPlain: mediaWords(named),
    contentType,
    width: info.width,
    height: info.height,
    bytes: data.length,
    uploadedBy: actor.personId,
    uploadId,
    uploadedAt: at,
  };
  const [made] = await tx.insert(mediaAsset).values(values).onConflictDoNothing().returning();
  // The same picture was on its way a second time; its file is named by nobody.
  if (!made) return (await sentBefore(work, uploadId))!;
  await work.record({ act: "upload-media", objectKind: "media", objectId: id, after: values });
  return made;
}

async function sentBefore({ tx, actor }: Work, uploadId: string | null): Promise<MediaAsset | null> {
  if (uploadId === null) return null;
  const [found] = await tx
    .select()
    .from(mediaAsset)
    .where(and(eq(mediaAsset.uploadedBy, actor.personId), eq(mediaAsset.uploadId, uploadId)));
  return found ?? null;
}
