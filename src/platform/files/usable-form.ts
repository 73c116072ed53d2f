import { openPackage } from "../official-document/read/open-package.ts";
import { UnreadableDocument } from "../official-document/read/unreadable-document.ts";
import { oldOffice } from "./old-office.ts";
import { cleanName, UnusableFile, type UsableFile, usableFile } from "./usable-file.ts";

const ODF = "application/vnd.oasis.opendocument.";
const odfKinds: Record<string, string> = { [`${ODF}text`]: "odt", [`${ODF}spreadsheet`]: "ods" };
const oldKinds = { doc: "application/msword", xls: "application/vnd.ms-excel" } as const;
/** Of a manifest, a kind: more is none. */
const MOST_TOLD = 1024 * 1024;

const named = (name: string, ending: string) =>
  `${name.replace(/\.[^.]{1,8}$/u, "").trim() || "tep"}.${ending}`;

const macros = (name: string) =>
  new UnusableFile(`Tệp “${name}” có macro nên không được nhận; hãy lưu lại không có macro rồi thử lại.`);
const locked = (name: string) =>
  new UnusableFile(
    `Tệp “${name}” được đặt mật khẩu nên người dân không mở được; hãy bỏ mật khẩu rồi thử lại.`,
  );

async function openDocument(bytes: Uint8Array, name: string): Promise<UsableFile | null> {
  const parts = await openPackage(bytes).catch((error: unknown) => {
    if (error instanceof UnreadableDocument) throw new UnusableFile(error.message);
    throw error;
  });
  const text = async (part: string) => {
    const pieces: Uint8Array[] = [];
    await parts.stream(part, (piece) => pieces.push(piece), MOST_TOLD);
    return Buffer.concat(pieces).toString("utf8");
  };
  if (!parts.has("mimetype") || !parts.has("content.xml")) return null;
  const contentType = (await text("mimetype")).trim();
  const ending = odfKinds[contentType];
  if (!ending) return null;
  const manifest = await text("META-INF/manifest.xml");
  if (/encryption-data/u.test(manifest)) throw locked(name);
  if (/full-path="(?:Basic|Scripts)\//u.test(manifest)) throw macros(name);
  return { bytes, contentType, fileName: named(name, ending) };
}

function oldDocument(bytes: Uint8Array, name: string): UsableFile {
  const found = oldOffice(bytes);
  if (found?.isLocked) throw locked(name);
  if (!found?.kind)
    throw new UnusableFile(`Tệp “${name}” bị hỏng, hoặc không phải văn bản Word hay bảng Excel.`);
  if (found.hasMacros) throw macros(name);
  return { bytes, contentType: oldKinds[found.kind], fileName: named(name, found.kind) };
}

/**
 * Looks at what a form that people download and fill in is, by its content: PDF, Word and Excel of both generations, open
 * documents; without macros and without a password. @throws UnusableFile
 */
export async function usableForm(bytes: Uint8Array, fileName: string): Promise<UsableFile> {
  const name = cleanName(fileName);
  const begins = (...signature: number[]) => signature.every((byte, at) => bytes[at] === byte);
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) return oldDocument(bytes, name);
  if (begins(0x50, 0x4b)) return (await openDocument(bytes, name)) ?? usableFile(bytes, fileName);
  if (bytes.byteLength === 0 || begins(0x25, 0x50, 0x44, 0x46, 0x2d)) return usableFile(bytes, fileName);
  throw new UnusableFile(
    `Tệp “${name}” không phải PDF, Word (.docx, .doc), Excel (.xlsx, .xls) hay văn bản mở (.odt, .ods) nên không được nhận.`,
  );
}
