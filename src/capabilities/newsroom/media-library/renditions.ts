import sharp from "sharp";
import { readFile, readMadeFile } from "#platform/files/files.ts";
import { CARD, type Rendition } from "./picture-address.ts";

/** More than this in bytes, and readers of link cards leave the picture out. */
const LARGEST_CARD = 1_000_000;

async function cardOf(original: Uint8Array): Promise<Uint8Array> {
  // Attention: the part that draws the eye (faces, edges, colours) stays in the frame.
  const cropped = sharp(original)
    .flatten({ background: "#ffffff" })
    .resize(CARD.width, CARD.height, { fit: "cover", position: sharp.strategy.attention });
  for (const quality of [84, 70, 55]) {
    const bytes = await cropped.clone().jpeg({ quality, mozjpeg: true }).toBuffer();
    if (bytes.length <= LARGEST_CARD) return bytes;
  }
  return cropped.jpeg({ quality: 40, mozjpeg: true }).toBuffer();
}

const narrowed = (original: Uint8Array, width: number): Promise<Uint8Array> =>
  sharp(original).resize({ width, withoutEnlargement: true }).webp({ quality: 78 }).toBuffer();

/** Media type of a rendition. */
export const typeOf = (rendition: Rendition): string => (rendition === "card" ? "image/jpeg" : "image/webp");

/** A rendition of a stored picture, made at the first call; null when the picture's file is not there. */
export function renditionOf(id: string, rendition: Rendition): Promise<Uint8Array | null> {
  return readMadeFile(`${id}-${rendition}`, async () => {
    const original = await readFile(id);
    if (!original) return null;
    return rendition === "card" ? cardOf(original) : narrowed(original, rendition);
  });
}
