import sharp from "sharp";
import { NotFound } from "#platform/auth/policy.ts";
import { pathOfFile, readFile, streamedFile } from "#platform/files/files.ts";
import { originalKey } from "../keep-file.ts";
import type { MediaAsset } from "../media-queries.ts";

/** What a picture is as it came in. Pixels as shown. */
export interface OriginalFacts {
  /** "JPEG". */
  format: string;
  /** Of a file's name, without the dot. */
  ending: string;
  width: number;
  height: number;
  bytes: number;
  /** It holds what a camera or a program noted: perhaps place, time, device. */
  hasNotes: boolean;
}

const endings: Record<string, string> = { jpeg: "jpg", tiff: "tif", heif: "avif" };

/** Null: of this there is no original beside what is served. */
export async function originalFacts({ id, sort }: MediaAsset): Promise<OriginalFacts | null> {
  if (sort !== "picture") return null;
  const kept = await streamedFile(originalKey(id));
  if (!kept) return null;
  const facts = await sharp(pathOfFile(originalKey(id))).metadata();
  const { format, autoOrient, exif, xmp, iptc } = facts;
  const ending = endings[format] ?? format;
  return {
    format: ending === "jpg" ? "JPEG" : ending.toUpperCase(),
    ending,
    ...autoOrient,
    bytes: kept.bytes,
    hasNotes: [exif, xmp, iptc].some((notes) => notes !== undefined),
  };
}

/** @throws NotFound */
export async function originalBytes(id: string): Promise<Uint8Array> {
  const bytes = await readFile(originalKey(id));
  if (!bytes) throw new NotFound("Ảnh này không có tệp gốc trong kho.");
  return bytes;
}
