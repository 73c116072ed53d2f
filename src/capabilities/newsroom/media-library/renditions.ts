import sharp from "sharp";
import { dropMadeFiles, readFile, readMadeFile } from "#platform/files/files.ts";
import { PICTURE_WIDTHS } from "#platform/rich-text/rich-text.ts";
import { type Crop, cropOf, cropSlugs, type Focus, partAround } from "./crops.ts";
import type { Rendition } from "./picture-address.ts";

/** More than this in bytes, and readers of link cards leave the picture out. */
const LARGEST_CARD = 1_000_000;

const isWidth = (rendition: Rendition): rendition is (typeof PICTURE_WIDTHS)[number] =>
  (PICTURE_WIDTHS as readonly Rendition[]).includes(rendition);

async function cut(original: Uint8Array, slug: Crop, focus: Focus | null): Promise<Uint8Array> {
  const shape = cropOf(slug);
  const { width, height } = await sharp(original).metadata();
  // Never blown up, save the link card, whose readers want its exact size.
  const scale = slug === "card" ? 1 : Math.min(1, width / shape.width, height / shape.height);
  const [wide, high] = [shape.width, shape.height].map((side) => Math.max(1, Math.round(side * scale)));
  const whole = sharp(original).flatten({ background: "#ffffff" });
  // Attention: the part that draws the eye (faces, edges, colours) stays in the frame.
  const made = focus
    ? whole.extract(partAround({ width, height }, shape, focus)).resize(wide, high, { fit: "fill" })
    : whole.resize(wide, high, { fit: "cover", position: sharp.strategy.attention });
  if (shape.ending === "webp") return made.webp({ quality: 78 }).toBuffer();
  for (const quality of [84, 70, 55]) {
    const bytes = await made.clone().jpeg({ quality, mozjpeg: true }).toBuffer();
    if (bytes.length <= LARGEST_CARD) return bytes;
  }
  return made.jpeg({ quality: 40, mozjpeg: true }).toBuffer();
}

const narrowed = (original: Uint8Array, width: number): Promise<Uint8Array> =>
  sharp(original).resize({ width, withoutEnlargement: true }).webp({ quality: 78 }).toBuffer();

/** Media type of a rendition. */
export const typeOf = (rendition: Rendition): string =>
  !isWidth(rendition) && cropOf(rendition).ending === "jpg" ? "image/jpeg" : "image/webp";

const madeKey = (id: string, rendition: Rendition, focus: Focus | null) =>
  `${id}-${rendition}${focus && !isWidth(rendition) ? `-${focus.x}-${focus.y}` : ""}`;

/** A rendition of a stored picture, made at the first call; null when the picture's file is not there. */
export function renditionOf(
  id: string,
  rendition: Rendition,
  focus: Focus | null,
): Promise<Uint8Array | null> {
  return readMadeFile(madeKey(id, rendition, focus), async () => {
    const original = await readFile(id);
    if (!original) return null;
    return isWidth(rendition) ? narrowed(original, rendition) : cut(original, rendition, focus);
  });
}

/** Takes away the cuts made around a point that is no longer the picture's. */
export const dropCuts = (id: string, focus: Focus | null): Promise<void> =>
  dropMadeFiles(cropSlugs.map((slug) => madeKey(id, slug, focus)));
