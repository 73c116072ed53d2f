import { createHash } from "node:crypto";
import sharp, { type Sharp } from "sharp";
import { mediaBytes } from "#newsroom";
import { partAround } from "#newsroom/contract";
import { type PictureCut, shapeOf } from "./picture-shape.ts";

/** The picture on white, cut as a channel wants it; never blown up. @throws Error when its file is gone */
async function pictureInside(mediaId: string, cut: PictureCut | null): Promise<Sharp> {
  const original = await mediaBytes(mediaId);
  if (!original) throw new Error(`picture ${mediaId} is not in the store`);
  const whole = sharp(original).flatten({ background: "#ffffff" });
  if (cut === null) return whole;
  const { width, height } = await sharp(original).metadata();
  const shape = shapeOf(cut.shape);
  const part = whole.extract(partAround({ width, height }, shape, cut));
  // Made at once, so that what follows works with the part alone.
  return sharp(await part.png().toBuffer());
}

/** As JPEG: at most so many bytes, the longest side at most so many pixels. */
export async function jpegOf(
  mediaId: string,
  cut: PictureCut | null,
  most: { bytes: number; side: number },
): Promise<Buffer> {
  const shape = cut && shapeOf(cut.shape);
  const side = Math.min(most.side, shape ? Math.max(shape.width, shape.height) : most.side);
  const inside = (await pictureInside(mediaId, cut)).resize(side, side, {
    fit: "inside",
    withoutEnlargement: true,
  });
  for (const quality of [86, 76, 66, 50]) {
    const bytes = await inside.clone().jpeg({ quality, mozjpeg: true }).toBuffer();
    if (bytes.length <= most.bytes) return bytes;
  }
  const half = Math.round(side / 2);
  return inside
    .resize(half, half, { fit: "inside", withoutEnlargement: true })
    .jpeg({ quality: 50, mozjpeg: true })
    .toBuffer();
}

/** Short, of the picture and its cut: what is served under it never changes. */
export const cutKey = (mediaId: string, { shape, x, y }: PictureCut): string =>
  createHash("sha256").update(`${mediaId} ${shape} ${x} ${y}`).digest("hex").slice(0, 12);

/** Where the cut of a channel is served. */
export const cutAddress = (deliveryId: string, mediaId: string, cut: PictureCut): string =>
  `/channel-pictures/${deliveryId}/${cutKey(mediaId, cut)}.jpg`;
