import { readFile, stat } from "node:fs/promises";
import { UnreadableDocument } from "#platform/official-document/read/unreadable-document.ts";
import { tooLargeList } from "./rows/refusals.ts";
import { rowLimits } from "./rows/row-visitor.ts";

/** The bytes of a list that a command names. Throws UnreadableDocument where there is none to open. */
export async function listFile(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > rowLimits.fileBytes) throw tooLargeList();
    return await readFile(path);
  } catch (error) {
    if (error instanceof UnreadableDocument) throw error;
    const code = error instanceof Error && "code" in error ? error.code : null;
    const reason =
      code === "ENOENT" || code === "ENOTDIR"
        ? "Không tìm thấy tệp"
        : code === "EISDIR"
          ? "Đây là thư mục, không phải tệp"
          : "Không mở được tệp";
    throw new UnreadableDocument("missing", `${reason} “${path}”; hãy kiểm tra lại đường dẫn rồi thử lại.`);
  }
}
