import { createHash } from "node:crypto";
import { Unacceptable } from "#platform/auth/policy.ts";
import { cleanName } from "#platform/files/usable-file.ts";
import { mediaTypes } from "#platform/http/download.ts";
import type { Block, Paragraph } from "#platform/official-document/read/block.ts";
import { readDocument } from "#platform/official-document/read/read-document.ts";
import { UnreadableDocument } from "#platform/official-document/read/unreadable-document.ts";
import type { FoundSignatures } from "#platform/official-document/signatures/signature-state.ts";
import { verifySignatures } from "#platform/official-document/signatures/verify-signatures.ts";
import { toNfc } from "#platform/text/nfc.ts";

export interface HandedFile {
  name: string;
  bytes: Uint8Array;
}

/** What was found in a file that a person hands over, before it is kept. */
export interface ReadFile {
  bytes: Uint8Array;
  fileName: string;
  contentType: string;
  sha256: string;
  fullText: string | null;
  unreadReason: string | null;
  signatures: FoundSignatures | null;
}

/** Characters of a text that are kept to be shown and searched. */
const LONGEST_TEXT = 2_000_000;

const endings: Record<string, string> = {
  ".pdf": mediaTypes.pdf,
  ".docx": mediaTypes.docx,
  ".xlsx": mediaTypes.xlsx,
  ".odt": "application/vnd.oasis.opendocument.text",
};

const line = ({ label, text }: Paragraph): string => (label === null ? text : `${label} ${text}`);

const linesOf = (block: Block): string[] =>
  block.kind === "paragraph"
    ? [line(block)]
    : block.rows.map((row) =>
        row
          .filter(({ continued }) => !continued)
          .map(({ paragraphs }) => paragraphs.map(line).join(" "))
          .join(" | "),
      );

/** The words of a file, or why there are none. */
async function textOf(file: HandedFile): Promise<Pick<ReadFile, "fullText" | "unreadReason">> {
  try {
    const { blocks, leftOut } = await readDocument(file.bytes, file.name);
    const text = toNfc(blocks.flatMap(linesOf).join("\n")).slice(0, LONGEST_TEXT).trim();
    if (text !== "") return { fullText: text, unreadReason: null };
    const isScan = (leftOut.pages?.length ?? 0) > 0;
    return { fullText: null, unreadReason: isScan ? scanned : "Tệp không có chữ." };
  } catch (error) {
    if (!(error instanceof UnreadableDocument)) throw error;
    return {
      fullText: null,
      unreadReason: error.code === "scan" ? scanned : "Chưa lấy được chữ từ tệp này.",
    };
  }
}
const scanned = "Tệp là bản quét, không có lớp chữ.";

/** Whether a file is what its ending says, by its first bytes. */
function contentTypeOf({ name, bytes }: HandedFile): string {
  const refuse = (message: string): never => {
    throw new Unacceptable(message, [{ field: "file", message }]);
  };
  const ending = /\.[a-z]{3,4}$/u.exec(name.toLowerCase())?.[0] ?? "";
  const type = endings[ending];
  if (!type) return refuse("Chỉ nhận tệp .pdf, .docx, .odt hoặc .xlsx.");
  const head = Buffer.from(bytes.subarray(0, 1024)).toString("latin1");
  const fits = ending === ".pdf" ? head.includes("%PDF-") : head.startsWith("PK");
  return fits ? type : refuse(`Tệp có đuôi ${ending} nhưng nội dung không phải loại ấy.`);
}

/**
 * Reads a file before it is kept: what it is, its words, and what its signatures are worth to an agency that trusts
 * `roots`. The bytes stay as they came. @throws Unacceptable
 */
export async function readFile(handed: HandedFile, roots: string[], now: Date): Promise<ReadFile> {
  const file = { name: cleanName(handed.name) || "tep", bytes: handed.bytes };
  const contentType = contentTypeOf(file);
  return {
    bytes: file.bytes,
    fileName: file.name,
    contentType,
    sha256: createHash("sha256").update(file.bytes).digest("hex"),
    ...(contentType === mediaTypes.xlsx ? { fullText: null, unreadReason: null } : await textOf(file)),
    signatures: contentType === mediaTypes.pdf ? await verifySignatures(file.bytes, { roots, now }) : null,
  };
}
