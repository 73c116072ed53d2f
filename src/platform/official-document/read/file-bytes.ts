import { readFile, stat } from "node:fs/promises";
import { UnreadableDocument } from "./unreadable-document.ts";

/** The bytes of a file that a command names. @throws UnreadableDocument where there is none to open, or it is too large */
export async function fileBytes(
  path: string,
  { most, tooLarge }: { most: number; tooLarge: () => UnreadableDocument },
): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > most) throw tooLarge();
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
