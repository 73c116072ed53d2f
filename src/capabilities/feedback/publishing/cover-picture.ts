import sharp from "sharp";

/** A part of a picture in shares of its width and height. */
export interface Mark {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** So few fields of one colour across what is covered that nothing can be made out of it again. */
const FIELDS = 4;

/** The picture with what was marked replaced by a few flat fields in the file itself; nothing lies beneath. */
export async function coverPicture(
  original: Uint8Array,
  marks: readonly Mark[],
): Promise<{ bytes: Uint8Array; width: number; height: number }> {
  const { width, height } = await sharp(original).metadata();
  const covers = [];
  for (const mark of marks) {
    const left = Math.max(0, Math.min(width - 1, Math.floor(mark.x * width)));
    const top = Math.max(0, Math.min(height - 1, Math.floor(mark.y * height)));
    const size = {
      width: Math.max(1, Math.min(width - left, Math.ceil(mark.width * width))),
      height: Math.max(1, Math.min(height - top, Math.ceil(mark.height * height))),
    };
    const few = await sharp(original)
      .extract({ left, top, ...size })
      .resize(Math.min(FIELDS, size.width), Math.min(FIELDS, size.height), { fit: "fill", kernel: "cubic" })
      .png()
      .toBuffer();
    const input = await sharp(few)
      .resize(size.width, size.height, { fit: "fill", kernel: "nearest" })
      .png()
      .toBuffer();
    covers.push({ input, left, top });
  }
  const bytes = await sharp(original).composite(covers).jpeg({ quality: 82 }).toBuffer();
  return { bytes, width, height };
}
