import type { SourceDocument } from "./block.ts";
import { limits, tooLargeFile } from "./limits.ts";
import { openPackage } from "./open-package.ts";
import { readPdf } from "./pdf/read-pdf.ts";
import { readDocx } from "./read-docx.ts";
import { readOdt } from "./read-odt.ts";
import { readText } from "./read-text.ts";
import { UnreadableDocument } from "./unreadable-document.ts";

const textEndings = ["txt", "text", "md", "markdown"];

function startsWith(bytes: Uint8Array, signature: number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

/** PNG, JPEG, GIF, TIFF of both byte orders. */
const pictures = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
];

/** Besides those: WebP, BMP, and HEIC or AVIF as telephones take them. */
function isPicture(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 16)).toString("latin1");
  return (
    pictures.some((signature) => startsWith(bytes, signature)) ||
    /^RIFF.{4}WEBP|^BM.{4}\0{4}|^.{4}ftyp(hei|hev|mif|avi|msf)/s.test(head)
  );
}

/** RAR and 7-Zip. */
const otherArchives = [
  [0x52, 0x61, 0x72, 0x21],
  [0x37, 0x7a, 0xbc, 0xaf],
];

/** The signature of a PDF may stand behind other bytes, but within the first kilobyte. */
function isPdf(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024));
  return head.includes("%PDF-");
}

function endingOf(fileName: string): string {
  const name = fileName.slice(Math.max(fileName.lastIndexOf("/"), fileName.lastIndexOf("\\")) + 1);
  const dot = name.lastIndexOf(".");
  return dot < 0 ? "" : name.slice(dot + 1).toLowerCase();
}

function refuseOldBinary(bytes: Uint8Array): never {
  const encrypted = Buffer.from("EncryptedPackage", "utf16le");
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(encrypted))
    throw new UnreadableDocument(
      "password",
      "Tệp được đặt mật khẩu nên không đọc được; hãy bỏ mật khẩu trong Word, lưu lại thành .docx rồi thử lại.",
    );
  throw new UnreadableDocument(
    "old-word",
    "Tệp thuộc định dạng Office cũ (.doc) nên chưa đọc được; hãy mở bằng Word hoặc LibreOffice, lưu thành .docx rồi thử lại.",
  );
}

/**
 * Reads a document file into neutral blocks; the content decides the format, then the name.
 * Throws UnreadableDocument for an empty, damaged, locked, hostile or unknown file. Reads nothing but `bytes`. A PDF
 * is read in a thread of its own, which `signal` ends.
 */
export async function readDocument(
  bytes: Uint8Array,
  fileName: string,
  signal?: AbortSignal,
): Promise<SourceDocument> {
  if (bytes.byteLength === 0)
    throw new UnreadableDocument("empty", "Tệp rỗng, không có nội dung để đọc; hãy chọn lại tệp.");
  if (bytes.byteLength > limits.fileBytes) throw tooLargeFile();
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) refuseOldBinary(bytes);
  if (isPdf(bytes)) return readPdf(bytes, signal);
  if (isPicture(bytes))
    throw new UnreadableDocument(
      "scan",
      "Tệp là ảnh chụp, không có chữ để đọc; hãy dùng bản .docx hay PDF xuất từ phần mềm soạn thảo.",
    );
  if (otherArchives.some((signature) => startsWith(bytes, signature)))
    throw new UnreadableDocument(
      "unknown-type",
      "Tệp là tệp nén (.rar, .7z); hãy giải nén rồi chọn tệp văn bản ở bên trong.",
    );
  if (startsWith(bytes, [0x7b, 0x5c, 0x72, 0x74, 0x66]))
    throw new UnreadableDocument(
      "rtf",
      "Tệp RTF chưa đọc được; hãy mở bằng Word, lưu thành .docx rồi thử lại.",
    );
  if (startsWith(bytes, [0x50, 0x4b])) {
    const source = await openPackage(bytes);
    return source.has("content.xml") && !source.has("[Content_Types].xml")
      ? readOdt(source)
      : readDocx(source);
  }
  const ending = endingOf(fileName);
  if (ending === "pdf")
    throw new UnreadableDocument(
      "damaged",
      "Tệp có tên .pdf nhưng nội dung đã hỏng hoặc không phải PDF; hãy mở lại tệp gốc, lưu bản mới rồi thử lại.",
    );
  if (ending === "doc")
    throw new UnreadableDocument(
      "old-word",
      "Tệp có tên .doc nhưng không phải tệp Word đọc được; hãy mở bằng Word hoặc LibreOffice, lưu thành .docx rồi thử lại.",
    );
  if (ending === "docx" || ending === "docm")
    throw new UnreadableDocument(
      "damaged",
      "Tệp có tên .docx nhưng nội dung đã hỏng hoặc không phải tệp Word; hãy mở lại bằng Word, lưu bản mới rồi thử lại.",
    );
  if (ending !== "" && !textEndings.includes(ending))
    throw new UnreadableDocument(
      "unknown-type",
      "Loại tệp này không đọc được; hãy dùng tệp dạng .docx, .odt, .pdf, .txt hoặc .md.",
    );
  return readText(bytes, ending === "md" || ending === "markdown" ? "markdown" : "text");
}
