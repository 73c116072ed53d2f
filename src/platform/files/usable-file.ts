import sharp from "sharp";
import { openPackage } from "../official-document/read/open-package.ts";
import { UnreadableDocument } from "../official-document/read/unreadable-document.ts";
import { toNfc } from "../text/nfc.ts";

/** The file cannot be kept; the message is one Vietnamese sentence fit to show. */
export class UnusableFile extends Error {
  override name = "UnusableFile";
}

export interface UsableFile {
  bytes: Uint8Array;
  /** As the person named it, without path and hidden marks, with the ending of what the file really is. */
  fileName: string;
  contentType: string;
}

/** Pictures are kept at most this wide or high; a camera's original is not kept. */
const LARGEST_SIDE = 2400;
const MOST_PIXELS = 60_000_000;
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** True for what a browser may show as a picture; everything else is only ever downloaded. */
export const isPicture = (contentType: string): boolean =>
  contentType === "image/jpeg" || contentType === "image/png";

const startsWith = (bytes: Uint8Array, signature: number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte);

// Marks that turn the direction of writing could make "…fdp.exe" look like "…exe.pdf".
const hidden = /[\p{Cc}\p{Cf}]/gu;

/** The name as it may be shown: no path, no hidden marks, not too long. */
export const cleanName = (given: string): string =>
  toNfc(given)
    .replace(hidden, "")
    .replace(/^.*[/\\]/u, "")
    .trim()
    .slice(-180);

const nameWith = (ending: string, name: string): string =>
  `${name.replace(/\.[^.]{1,8}$/u, "").trim() || "tep"}.${ending}`;

/** The picture written anew without metadata: no place, no camera, nothing hidden behind it. Null: no picture. */
async function picture(bytes: Uint8Array, name: string): Promise<UsableFile | null> {
  const read = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error", animated: false });
  const facts = await read.metadata().catch(() => null);
  if (!facts || !["jpeg", "png", "webp", "gif", "avif", "heif", "tiff"].includes(facts.format ?? ""))
    return null;
  const upright = read
    .rotate()
    .resize(LARGEST_SIDE, LARGEST_SIDE, { fit: "inside", withoutEnlargement: true });
  const encoded = facts.hasAlpha ? upright.png({ compressionLevel: 9 }) : upright.jpeg({ quality: 85 });
  const data = await encoded.toBuffer().catch(() => {
    throw new UnusableFile(
      facts.compression === "hevc"
        ? `Ảnh “${name}” ở dạng HEIC của điện thoại nên chưa đọc được; hãy lưu thành JPEG rồi thử lại.`
        : `Ảnh “${name}” bị hỏng hoặc lớn bất thường; hãy chụp hoặc lưu lại rồi thử lại.`,
    );
  });
  return {
    bytes: data,
    fileName: nameWith(facts.hasAlpha ? "png" : "jpg", name),
    contentType: facts.hasAlpha ? "image/png" : "image/jpeg",
  };
}

function portableDocument(bytes: Uint8Array, name: string): UsableFile {
  const tail = Buffer.from(bytes.subarray(-2048)).toString("latin1");
  if (!tail.includes("%%EOF"))
    throw new UnusableFile(`Tệp “${name}” bị hỏng hoặc tải về chưa đủ; hãy mở lại, lưu bản mới rồi thử lại.`);
  return { bytes, fileName: nameWith("pdf", name), contentType: "application/pdf" };
}

async function office(bytes: Uint8Array, name: string): Promise<UsableFile> {
  const parts = await openPackage(bytes).catch((error: unknown) => {
    if (error instanceof UnreadableDocument) throw new UnusableFile(error.message);
    throw error;
  });
  if (["word", "xl"].some((folder) => parts.has(`${folder}/vbaproject.bin`)))
    throw new UnusableFile(
      `Tệp “${name}” có macro nên không được nhận; hãy lưu thành .docx hoặc .xlsx rồi thử lại.`,
    );
  if (parts.has("[content_types].xml") && parts.has("word/document.xml"))
    return { bytes, fileName: nameWith("docx", name), contentType: WORD };
  if (parts.has("[content_types].xml") && parts.has("xl/workbook.xml"))
    return { bytes, fileName: nameWith("xlsx", name), contentType: EXCEL };
  throw new UnusableFile(
    `Tệp nén “${name}” không phải văn bản Word hay bảng Excel; hãy chọn ảnh, PDF, .docx hoặc .xlsx.`,
  );
}

/**
 * Looks at what a file is by its content, whatever its name says: a picture (written anew), PDF, .docx or .xlsx
 * without macros. Throws UnusableFile for everything else, also when empty, truncated or locked.
 */
export async function usableFile(bytes: Uint8Array, fileName: string): Promise<UsableFile> {
  const name = cleanName(fileName);
  if (bytes.byteLength === 0) throw new UnusableFile(`Tệp “${name}” rỗng; hãy chọn tệp khác.`);
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return portableDocument(bytes, name);
  if (startsWith(bytes, [0x50, 0x4b])) return office(bytes, name);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    throw new UnusableFile(
      `Tệp “${name}” thuộc định dạng Office cũ hoặc được đặt mật khẩu; hãy lưu thành .docx, .xlsx hoặc PDF không có mật khẩu.`,
    );
  const kept = await picture(bytes, name);
  if (kept) return kept;
  throw new UnusableFile(
    `Tệp “${name}” không phải ảnh (JPEG, PNG, WebP), PDF, .docx hay .xlsx nên không được nhận.`,
  );
}
