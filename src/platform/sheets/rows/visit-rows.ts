import { decodeText } from "#platform/official-document/read/decode-text.ts";
import { emptyList, noList, tooLargeList } from "./refusals.ts";
import { type RowVisitor, rowLimits } from "./row-visitor.ts";
import { visitCsv } from "./visit-csv.ts";
import { visitJson } from "./visit-json.ts";
import { visitOldWorkbook } from "./visit-old-workbook.ts";
import { visitXlsx } from "./visit-xlsx.ts";

const begins = (bytes: Uint8Array, signature: number[]) => signature.every((byte, at) => bytes[at] === byte);

/**
 * Reads a list of any kind that people export, told apart by its bytes and never by its name: .xlsx, .xls, a page or
 * XML that is named .xls, CSV in any encoding, JSON, NDJSON. Throws UnreadableDocument in words that say what to do.
 */
export async function visitRows(bytes: Uint8Array, visitor: RowVisitor): Promise<void> {
  if (bytes.byteLength === 0) throw emptyList();
  if (bytes.byteLength > rowLimits.fileBytes) throw tooLargeList();
  if (begins(bytes, [0x50, 0x4b])) return visitXlsx(bytes, visitor);
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return visitOldWorkbook(bytes, visitor);
  if (begins(bytes, [0x25, 0x50, 0x44, 0x46])) throw noList();
  const text = decodeText(bytes)?.replace(/^\ufeff/u, "");
  if (text === undefined) throw noList();
  if (text.trim() === "") throw emptyList();
  const start = text.slice(0, 2_000).trimStart();
  if (start.startsWith("{\\rtf")) throw noList();
  // A title may stand in brackets too: "[Mẫu 01] Danh mục".
  if (/^[[{]\s*["{[\]}\d-]/u.test(start)) return visitJson(text, visitor);
  if (start.startsWith("<")) return visitOldWorkbook(bytes, visitor);
  visitCsv(text, visitor);
}
