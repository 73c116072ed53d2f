import { readFile, stat } from "node:fs/promises";
import { limits, tooLargeFile } from "#platform/official-document/read/limits.ts";
import { UnreadableDocument } from "#platform/official-document/read/unreadable-document.ts";
import type { Command } from "#platform/work/plug.ts";
import { formatReading } from "./format-reading.ts";
import { readPlan } from "./read-plan.ts";

const refused = 2;

async function fileBytes(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > limits.fileBytes) throw tooLargeFile();
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

/** `gandan plan read FILE [--json]`: reads one file, starts nothing, changes nothing. */
export const planReadCommand: Command = {
  name: "plan read",
  summary: "Đọc cấu trúc một văn bản kế hoạch (.docx, .odt, .pdf, .txt, .md): plan read TỆP [--json]",
  needsDatabase: false,
  run: async ({ args, flags, stdout, stderr }) => {
    // With `--json FILE` a plain parser takes the file for the flag's value.
    const path = args[0] ?? (typeof flags.json === "string" ? flags.json : undefined);
    if (path === undefined) {
      stderr("Thiếu tên tệp; hãy gọi: gandan plan read TỆP [--json].");
      return refused;
    }
    try {
      const reading = await readPlan(await fileBytes(path), path);
      stdout(flags.json ? JSON.stringify(reading, null, 2) : formatReading(reading));
      return 0;
    } catch (error) {
      if (!(error instanceof UnreadableDocument)) throw error;
      stderr(error.message);
      return refused;
    }
  },
};
